import { MOVES, Move, Persona } from '@dryrun/domain';
import type { Line } from '@dryrun/domain';
import { didYouMean } from '@dryrun/text';
import type { ContentFinding, Read, SourceFile } from './finding.ts';

/** What a line's `{slot}` may ask for; the interviewer's wording fills exactly these. */
const SLOTS = [
  'question',
  'phase',
  'phases',
  'count',
  'time',
  'looks-at',
  'prompt',
  'left',
  'fact',
  'quote',
  'hint',
  'twist',
  'assumption',
  'claim',
  'component',
  'area',
  'back',
  'debrief',
  'these',
  'why',
] as const;

/**
 * The ways to make one move, from `content/interviewer/<move>.md`: each list item is a line, `{slot}`s are filled,
 * and a persona in brackets at its end keeps it for that voice. All else in the file is for its authors.
 */
export const readLines = (file: SourceFile): Read<{ move: Move; lines: readonly Line[] } | undefined> => {
  const findings: ContentFinding[] = [];
  const name = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  const move = Move.safeParse(name);
  if (!move.success) {
    const message = `There is no move “${name}”: name the file after one.${didYouMean(name, MOVES)}`;
    return {
      value: undefined,
      findings: [{ code: 'unknown-move', message, file: file.path, line: 1, column: 1 }],
    };
  }

  const lines: Line[] = [];
  for (const [index, written] of file.text.split('\n').entries()) {
    const item = /^- (.+?)(?: \((\w+)\))?\s*$/.exec(written);
    if (!item) continue;
    const place = { file: file.path, line: index + 1 };
    const text = item[1] ?? '';
    const persona = item[2] === undefined ? undefined : Persona.safeParse(item[2]);
    if (persona && !persona.success) {
      const message = `“${item[2]}” is not a persona: expected ${Persona.options.join(', ')}, or nothing.`;
      findings.push({ code: 'unknown-persona', message, ...place, column: written.lastIndexOf('(') + 1 });
    }
    for (const slot of text.matchAll(/\{([^}]*)\}/g)) {
      if (SLOTS.some((known) => known === slot[1])) continue;
      const message = `Nothing fills “{${slot[1]}}”: expected one of ${SLOTS.join(', ')}.`;
      findings.push({ code: 'unknown-slot', message, ...place, column: 3 + slot.index });
    }
    lines.push({ text, ...(persona?.success ? { persona: persona.data } : {}) });
  }
  if (!lines.some((line) => line.persona === undefined)) {
    const message = 'Expected at least one line, as a list item, that any persona can say; found none.';
    findings.push({ code: 'no-lines', message, file: file.path, line: 1, column: 1 });
  }
  return findings.length > 0
    ? { value: undefined, findings }
    : { value: { move: move.data, lines }, findings };
};
