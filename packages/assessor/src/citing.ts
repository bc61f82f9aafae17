/** How surely a passage can be cited under a dimension, and how much it says, by the printed weights of `content/citing.yaml` and `substance.yaml`. */
import { chanceOf, DIMENSIONS } from '@dryrun/domain';
import type { Citing, Features, Substance } from '@dryrun/domain';
import { inPlainMarks, lengthOf, waysOf, wordsOf } from '@dryrun/text';
import type { Chances, Cited, Readings, Says } from './passage.ts';
import { SIDES } from './sides.ts';

const CONCEPTS_MOST = 3;

export const featuresOf = (
  { text, signs, concepts, isEarly, asked }: Cited,
  readings: Readings,
): Features => {
  const plain = inPlainMarks(text);
  const marks = [
    ...waysOf(text),
    ...SIDES.flatMap(([name, side]) => (side.test(plain) ? [`side of ${name}`] : [])),
    ...DIMENSIONS.map((id) => readings[id]).flatMap(({ does, isPlain }) => (isPlain ? [] : [does])),
    ...[...asked].map((id) => `asked for ${id}`),
    ...signs,
    lengthOf(text),
    `concepts ${Math.min(CONCEPTS_MOST, concepts)}`,
    ...(isEarly ? ['early'] : []),
  ];
  return { words: wordsOf(text), marks };
};

/** Where nothing was fitted, whatever says anything of the matter can be cited as well as anything else. */
export const chancesBy = (citing: Citing | undefined, features: Features, passage: Cited): Chances => {
  const chances = DIMENSIONS.map(
    (id) => [id, citing ? chanceOf(citing[id], features) : passage.signs.size > 0 ? 0.5 : 0] as const,
  );
  return Object.fromEntries(chances) as Chances;
};

export const saysBy = (substance: Substance | undefined, features: Features): Says => ({
  specific: substance ? chanceOf(substance.specific, features) : 0,
  commanding: substance ? chanceOf(substance.commanding, features) : 0,
});
