/**
 * Fits printed weights on what readers said of passages: logistic regression with a ridge, one for each kind of thing that a passage
 * can be. What readers said stands in files by hashes, so that no words of given interviews are kept here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from '@dryrun/domain';
import type { Features, Weighing } from '@dryrun/domain';

const ROUNDS = 150;
/** A word in fewer passages tells nothing of others. */
const SEEN_LEAST = 8;
/** And one of few systems belongs to them. */
const SYSTEMS_LEAST = 4;
const WEIGHT_LEAST = 0.1;

export type Said = { readonly system: string; readonly features: Features; readonly codes: string };

/** What makes a passage one of each kind, by what a reader noted of it. */
export type Fitting<Kind extends string> = {
  readonly kinds: Readonly<Record<Kind, (codes: string) => boolean>>;
  readonly ridge: number;
  /** Words that must carry no weight. */
  readonly without?: (word: string) => boolean;
};

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Hash → what a reader noted. */
export const notesIn = (file: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' ') as [string, string]),
  );

const namesOf = ({ words, marks }: Features): readonly string[] => [
  ...words.map((word) => `words ${word}`),
  ...marks.map((mark) => `marks ${mark}`),
];

/** One column for each word and mark that is seen often enough, and one for the bias. */
export const fitWeighings = <Kind extends string>(
  said: readonly Said[],
  { kinds, ridge, without = () => false }: Fitting<Kind>,
): Readonly<Record<Kind, Weighing>> => {
  const seenIn = new Map<string, string[]>();
  for (const { features, system } of said)
    for (const name of namesOf(features)) {
      const systems = seenIn.get(name);
      if (systems) systems.push(system);
      else seenIn.set(name, [system]);
    }
  const names = [...seenIn]
    .filter(([, systems]) => systems.length >= SEEN_LEAST && new Set(systems).size >= SYSTEMS_LEAST)
    .map(([name]) => name)
    .filter((name) => !without(name.replace(/^words /, '')))
    .sort();
  const columnOf = new Map(names.map((name, at) => [name, at]));
  const rows = said.map(({ features }) => [
    ...namesOf(features).flatMap((name) => columnOf.get(name) ?? []),
    names.length,
  ]);
  const fitted = Object.entries<(codes: string) => boolean>(kinds).map(([kind, isSo]) => {
    const weights = logistic(
      rows,
      said.map(({ codes }) => (isSo(codes) ? 1 : 0)),
      names.length + 1,
      ridge,
    );
    const kept = (sort: string) =>
      Object.fromEntries(
        names.flatMap((name, column) => {
          const weight = Number((weights[column] ?? 0).toFixed(2));
          return name.startsWith(sort) && Math.abs(weight) >= WEIGHT_LEAST
            ? [[name.slice(sort.length + 1), weight]]
            : [];
        }),
      );
    return [
      kind,
      { bias: Number((weights[names.length] ?? 0).toFixed(2)), words: kept('words'), marks: kept('marks') },
    ] as const;
  });
  return Object.fromEntries(fitted) as Record<Kind, Weighing>;
};

/** How well weights that have not seen a system tell of its passages: a row for each kind. */
export const checkWeighings = <Kind extends string>(
  said: readonly Said[],
  { kinds }: Fitting<Kind>,
  weighingsFor: (system: string) => Readonly<Record<Kind, Weighing>>,
): string => {
  const rows = Object.entries<(codes: string) => boolean>(kinds).map(([kind, isSo]) => {
    const all = said.map(({ system, features, codes }) => ({
      chance: chanceOf(weighingsFor(system)[kind as Kind], features),
      isIt: isSo(codes),
    }));
    const [those, others] = [all.filter(({ isIt }) => isIt), all.filter(({ isIt }) => !isIt)];
    const over = those.reduce(
      (sum, one) => sum + others.filter(({ chance }) => chance < one.chance).length,
      0,
    );
    const sure = (least: number) => {
      const taken = all.filter(({ chance }) => chance >= least);
      return `${taken.filter(({ isIt }) => isIt).length} of ${taken.length}`;
    };
    return [kind, (over / (those.length * others.length)).toFixed(3), sure(0.5), sure(0.8)].join(' | ');
  });
  return ['kind | area under the curve | of those over 0.5 | over 0.8', ...rows].join('\n');
};

/** Accelerated gradient descent over sparse rows of ones; the last column is the bias, which has no ridge. */
const logistic = (
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  width: number,
  ridge: number,
): Float64Array => {
  const step = 1 / (0.25 * steepest(rows, width) + ridge);
  let weights = new Float64Array(width);
  const ahead = new Float64Array(width);
  let momentum = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Float64Array(width);
    for (const [at, row] of rows.entries()) {
      let sum = 0;
      for (const column of row) sum += ahead[column] ?? 0;
      const off = 1 / (1 + Math.exp(-sum)) - (targets[at] ?? 0);
      for (const column of row) slope[column] = (slope[column] ?? 0) + off;
    }
    const next = ahead.map(
      (value, column) => value - step * ((slope[column] ?? 0) + (column === width - 1 ? 0 : ridge * value)),
    );
    const later = (1 + Math.sqrt(1 + 4 * momentum ** 2)) / 2;
    for (let column = 0; column < width; column++)
      ahead[column] =
        (next[column] ?? 0) + ((momentum - 1) / later) * ((next[column] ?? 0) - (weights[column] ?? 0));
    weights = next;
    momentum = later;
  }
  return weights;
};

/** The largest eigenvalue of what the rows say of each other, by power iteration. */
const steepest = (rows: readonly (readonly number[])[], width: number): number => {
  let direction = new Float64Array(width).fill(1 / Math.sqrt(width));
  let size = 1;
  for (let round = 0; round < 12; round++) {
    const turned = new Float64Array(width);
    for (const row of rows) {
      let sum = 0;
      for (const column of row) sum += direction[column] ?? 0;
      for (const column of row) turned[column] = (turned[column] ?? 0) + sum;
    }
    size = Math.sqrt(turned.reduce((sum, value) => sum + value * value, 0));
    direction = turned.map((value) => value / size);
  }
  return size;
};
