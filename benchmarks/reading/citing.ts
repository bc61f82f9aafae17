/**
 * Fits `content/citing.yaml`: which words and marks of a passage speak for citing it under a dimension. Logistic regression with a
 * ridge, on passages that readers placed; `placed.txt` has them by their hashes, so that no words of given interviews are kept here.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript } from '@dryrun/app';
import { chancesBy, featuresOf, passagesOf, recordOf, shownOf } from '@dryrun/assessor';
import type { Features } from '@dryrun/assessor';
import type { Catalogue } from '@dryrun/content';
import { DIMENSIONS } from '@dryrun/domain';
import type { Citing } from '@dryrun/domain';
import type { Labelled } from '../judgement/labelled.ts';

/** In the order of the dimensions. */
const CODES = 'NDBATPSC';
const RIDGE = 4;
const ROUNDS = 150;
/** A word in fewer passages tells nothing of others. */
const SEEN_LEAST = 8;
/** And one of few systems belongs to them. */
const SYSTEMS_LEAST = 4;
const WEIGHT_LEAST = 0.2;

export type Placed = { readonly system: string; readonly features: Features; readonly codes: string };

export const placedIn = (catalogue: Catalogue, given: readonly Labelled[]): readonly Placed[] => {
  const codes = new Map(
    readFileSync(join(import.meta.dirname, 'placed.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' ') as [string, string]),
  );
  const seen = new Set<string>();
  return given.flatMap(({ transcript, system }) => {
    const read = readTranscript(catalogue, transcript);
    if (!read.done) throw new Error(read.refusal.message);
    const record = recordOf(read.value.events, read.value.content);
    if (!record) throw new Error('Expected a log that begins with its opening.');
    return passagesOf(record, shownOf(record).claims).flatMap((passage) => {
      const hash = createHash('sha256').update(passage.text).digest('hex').slice(0, 12);
      const placed = codes.get(hash);
      if (placed === undefined || seen.has(hash)) return [];
      seen.add(hash);
      return [{ system, features: featuresOf(passage), codes: placed }];
    });
  });
};

/** One column for each word and mark that is seen often enough, and one for the bias. */
export const fitCiting = (placed: readonly Placed[]): Citing => {
  const namesOf = ({ words, marks }: Features) => [
    ...words.map((word) => `words ${word}`),
    ...marks.map((mark) => `marks ${mark}`),
  ];
  const seenIn = new Map<string, string[]>();
  for (const { features, system } of placed)
    for (const name of namesOf(features)) seenIn.set(name, [...(seenIn.get(name) ?? []), system]);
  const names = [...seenIn]
    .filter(([, systems]) => systems.length >= SEEN_LEAST && new Set(systems).size >= SYSTEMS_LEAST)
    .map(([name]) => name)
    .sort();
  const columnOf = new Map(names.map((name, at) => [name, at]));
  const rows = placed.map(({ features }) => [
    ...namesOf(features).flatMap((name) => columnOf.get(name) ?? []),
    names.length,
  ]);
  const fitted = DIMENSIONS.map((id, at) => {
    const weights = logistic(
      rows,
      placed.map(({ codes }) => (codes.includes(CODES.charAt(at)) ? 1 : 0)),
      names.length + 1,
    );
    const kept = (kind: string) =>
      Object.fromEntries(
        names.flatMap((name, column) => {
          const weight = Number((weights[column] ?? 0).toFixed(2));
          return name.startsWith(kind) && Math.abs(weight) >= WEIGHT_LEAST
            ? [[name.slice(kind.length + 1), weight]]
            : [];
        }),
      );
    return [
      id,
      { bias: Number((weights[names.length] ?? 0).toFixed(2)), words: kept('words'), marks: kept('marks') },
    ] as const;
  });
  return Object.fromEntries(fitted) as Citing;
};

/** How well weights that have not seen a system place its passages: a row for each dimension. */
export const checkCiting = (placed: readonly Placed[], citingFor: (system: string) => Citing): string => {
  const chances = placed.map(({ system, features }) => chancesBy(citingFor(system), features));
  const rows = DIMENSIONS.map((id, at) => {
    const all = placed.map(({ codes }, index) => ({
      chance: chances[index]?.[id] ?? 0,
      isCited: codes.includes(CODES.charAt(at)),
    }));
    const [cited, others] = [all.filter(({ isCited }) => isCited), all.filter(({ isCited }) => !isCited)];
    const over = cited.reduce(
      (sum, one) => sum + others.filter(({ chance }) => chance < one.chance).length,
      0,
    );
    const sure = (least: number) => {
      const those = all.filter(({ chance }) => chance >= least);
      return `${those.filter(({ isCited }) => isCited).length} of ${those.length}`;
    };
    return [id, (over / (cited.length * others.length)).toFixed(3), sure(0.5), sure(0.8)].join(' | ');
  });
  return ['dimension | area under the curve | of those over 0.5 | over 0.8', ...rows].join('\n');
};

/** Accelerated gradient descent over sparse rows of ones; the last column is the bias, which has no ridge. */
const logistic = (
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  width: number,
): Float64Array => {
  const step = 1 / (0.25 * steepest(rows, width) + RIDGE);
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
      (value, column) => value - step * ((slope[column] ?? 0) + (column === width - 1 ? 0 : RIDGE * value)),
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
