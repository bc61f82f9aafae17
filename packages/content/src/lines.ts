import { MOVES, Move, ONLY, Persona } from '@dryrun/domain';
import type { Line, Only } from '@dryrun/domain';
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
 * and in brackets at its end stand the persona that it is kept for, and what must be so for it to be said. All else in the file is for its authors.
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
    const item = /^- (.+?)(?: \(([\w, -]+)\))?\s*$/.exec(written);
    if (!item) continue;
    const place = { file: file.path, line: index + 1 };
    const text = item[1] ?? '';
    const marks = item[2]?.split(', ') ?? [];
    const only = marks.find(isOnly);
    const voice = marks.find((mark) => !isOnly(mark));
    const persona = voice === undefined ? undefined : Persona.safeParse(voice);
    if (persona && !persona.success) {
      const message = `“${voice}” is not a persona: expected ${Persona.options.join(', ')}, or nothing.`;
      findings.push({ code: 'unknown-persona', message, ...place, column: written.lastIndexOf('(') + 1 });
    }
    for (const slot of text.matchAll(/\{([^}]*)\}/g)) {
      if (SLOTS.some((known) => known === slot[1])) continue;
      const message = `Nothing fills “{${slot[1]}}”: expected one of ${SLOTS.join(', ')}.`;
      findings.push({ code: 'unknown-slot', message, ...place, column: 3 + slot.index });
    }
    lines.push({
      text,
      ...(persona?.success ? { persona: persona.data } : {}),
      ...(only ? { only } : {}),
    });
  }
  if (!lines.some((line) => line.persona === undefined)) {
    const message = 'Expected at least one line, as a list item, that any persona can say; found none.';
    findings.push({ code: 'no-lines', message, file: file.path, line: 1, column: 1 });
  }
  return findings.length > 0
    ? { value: undefined, findings }
    : { value: { move: move.data, lines }, findings };
};

const isOnly = (mark: string): mark is Only => ONLY.some((only) => only === mark);
