/** How words stand on a screen. Pure: text, widths and times in, lines out. */
import type { Clock, View } from '@dryrun/interview';
import { interviewMs, totalMs } from '@dryrun/interview';
import { clockFace } from '@dryrun/quantities';

/** Longer lines are hard to read, however wide the screen. */
const WIDTH_MAX = 80;

export const widthOf = (columns: number): number => Math.max(20, Math.min(columns, WIDTH_MAX));

/** Words wrapped at a width, further lines indented; a word longer than a line is broken. Line breaks are kept. */
export const wrap = (text: string, width: number, indent = ''): string =>
  text
    .split('\n')
    .map((paragraph, at) => wrapped(paragraph, width, indent, at > 0))
    .join('\n');

const wrapped = (paragraph: string, width: number, indent: string, further: boolean): string => {
  const lines: string[] = [];
  let line = further ? indent : '';
  let empty = true;
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent;
      empty = true;
    }
    let rest = word;
    while (columnsOf(line) + columnsOf(rest) > width && columnsOf(rest) > width - indent.length) {
      const head = headOf(rest, width - columnsOf(line) - (empty ? 0 : 1));
      lines.push(`${line}${empty ? '' : ' '}${head}`);
      rest = rest.slice(head.length);
      line = indent;
      empty = true;
    }
    line = `${line}${empty ? '' : ' '}${rest}`;
    empty = false;
  }
  return [...lines, line].join('\n').trimEnd();
};

/** As many columns as fit, at least one character. */
const headOf = (text: string, columns: number): string => {
  let head = '';
  for (const character of text) {
    if (head !== '' && columnsOf(head + character) > columns) break;
    head += character;
  }
  return head;
};

/** Wide characters of East Asian scripts and emoji take two columns; marks that combine take none. */
export const columnsOf = (text: string): number => {
  let columns = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
};
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** `problem exploration ▰▱▱▱▱  2:10 of 45:00`, shortened to fit. */
export const header = (view: View, now: number, columns: number): string => {
  const { plan, phase, clock, terms } = view;
  if (!plan || !clock || !terms) return '';
  const at = plan.phases.findIndex(({ id }) => id === phase?.id);
  const bar = `${'▰'.repeat(at + 1)}${'▱'.repeat(plan.phases.length - at - 1)}`;
  const time = `${timeOf(clock, now, totalMs(plan, terms.pace))}${view.status === 'paused' ? '  paused' : ''}`;
  const title = plan.phases[at]?.title ?? '';
  const whole = `${title} ${bar}  ${time}`.trimStart();
  return [whole, `${bar}  ${time}`, time].find((line) => line.length < columns) ?? '';
};

const timeOf = (clock: Clock, now: number, total: number): string => {
  const gone = clockFace(interviewMs(clock, now));
  return Number.isFinite(total) ? `${gone} of ${clockFace(total)}` : gone;
};

/** `── deep dive · 14 minutes ──` */
export const phaseRule = (view: View): string => {
  const phase = view.plan?.phases.find(({ id }) => id === view.phase?.id);
  if (!phase || !view.terms) return '';
  const { pace } = view.terms;
  const minutes = pace === 'untimed' ? undefined : Math.round((phase.budgetMs * pace) / 60_000);
  return `── ${phase.title}${minutes === undefined ? '' : ` · ${minutes} minute${minutes === 1 ? '' : 's'}`} ──`;
};
