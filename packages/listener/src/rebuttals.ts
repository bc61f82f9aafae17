/** What is said against a challenge of the interviewer's, held beside the rebuttals its author listed. */
import type { Finding, HearContext } from '@dryrun/domain';
import { sentences, stemsOf } from '@dryrun/text';
import { signsIn } from './signs.ts';

/** Of an author's sentence, so much must be said for it to be that one. */
const ENOUGH = 0.3;
/** What is none of them holds when it brings so many kinds of support. */
const SUPPORT_LEAST = 2;
const SUPPORTS: ReadonlySet<string> = new Set([
  'figure',
  'measured',
  'reason',
  'cost',
  'failure',
  'condition',
  'money',
]);

export const readRebuttal = (text: string, { sheet, askedAbout }: HearContext): readonly Finding[] => {
  const challenge = askedAbout?.challenge;
  const known = sheet?.challenges.find(({ id }) => id === challenge);
  if (challenge === undefined || text.trim() === '') return [];
  const own = new Set(stemsOf(text));
  const share = (way: string) => {
    const stems = [...new Set(stemsOf(way))];
    return stems.length === 0 ? 0 : stems.filter((stem) => own.has(stem)).length / stems.length;
  };
  const best = (ways: readonly string[]) => Math.max(0, ...ways.map(share));
  const sound = best(known?.sound ?? []);
  const unsound = best(known?.unsound ?? []);
  const support = new Set(
    sentences(text)
      .flatMap((one) => signsIn(one.text))
      .filter((sign) => SUPPORTS.has(sign)),
  );
  const holds =
    Math.max(sound, unsound) >= ENOUGH && sound !== unsound ? sound > unsound : support.size >= SUPPORT_LEAST;
  return [{ kind: 'rebuttal', challenge, sound: holds, span: { start: 0, end: text.length } }];
};
