/** How surely a passage can be cited under a dimension, by the printed weights of `content/citing.yaml`. */
import { DIMENSIONS } from '@dryrun/domain';
import type { Citing, Dimension, Sign } from '@dryrun/domain';
import * as wording from '@dryrun/text';
import { SIDES } from './sides.ts';

export type Cited = {
  readonly text: string;
  readonly signs: ReadonlySet<Sign>;
  /** Things of the trade that it names. */
  readonly concepts: number;
  /** It was said while one finds out. */
  readonly isEarly: boolean;
};

const WAYS = Object.entries(wording).filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp);
const TEN_WORDS_MOST = 4;
const CONCEPTS_MOST = 3;

export type Features = { readonly words: readonly string[]; readonly marks: readonly string[] };

export const featuresOf = ({ text, signs, concepts, isEarly }: Cited): Features => {
  const plain = text.replaceAll('’', "'");
  const words = plain
    .toLowerCase()
    .replaceAll(/[$€£]\s?[\d.,]+/g, ' $ ')
    .replaceAll(/\d[\d.,]*/g, ' # ')
    .match(/[a-z']+|[#$?=%]|->/g);
  const marks = [
    ...WAYS.flatMap(([name, way]) => (way.test(plain) ? [name] : [])),
    ...SIDES.flatMap(([name, side]) => (side.test(plain) ? [`side of ${name}`] : [])),
    ...signs,
    `tens of words ${Math.min(TEN_WORDS_MOST, Math.floor((words?.length ?? 0) / 10))}`,
    `concepts ${Math.min(CONCEPTS_MOST, concepts)}`,
    ...(isEarly ? ['early'] : []),
  ];
  return { words: [...new Set(words)], marks };
};

export type Chances = Readonly<Record<Dimension, number>>;

/** Where nothing was fitted, whatever says anything of the matter can be cited as well as anything else. */
export const chancesOf = (citing: Citing | undefined, passage: Cited): Chances => {
  if (!citing) {
    const chance = passage.signs.size > 0 ? 0.5 : 0;
    return Object.fromEntries(DIMENSIONS.map((id) => [id, chance])) as Chances;
  }
  return chancesBy(citing, featuresOf(passage));
};

export const chancesBy = (citing: Citing, { words, marks }: Features): Chances => {
  const chances = DIMENSIONS.map((id) => {
    const own = citing[id];
    const sum = [own.words, own.marks].flatMap((weights, at) =>
      (at === 0 ? words : marks).map((one) => weights[one] ?? 0),
    );
    return [id, 1 / (1 + Math.exp(-sum.reduce((a, b) => a + b, own.bias)))] as const;
  });
  return Object.fromEntries(chances) as Chances;
};
