/** `content/citing.yaml` and `content/substance.yaml`: which passages can be cited under a dimension, and how much they say. */
import { DIMENSIONS } from '@dryrun/domain';
import type { Citing, Dimension, Substance } from '@dryrun/domain';
import type { Labelled } from '../judgement/labelled.ts';
import { fitWeighings, hashOf, notesIn } from './weighing.ts';
import type { Fitting, Said } from './weighing.ts';

/** In the order of the dimensions. */
const CODES = 'NDBATPSC';

export const CITING: Fitting<Dimension> = {
  kinds: Object.fromEntries(
    DIMENSIONS.map((id, at) => [id, (codes: string) => codes.includes(CODES.charAt(at))]),
  ) as Fitting<Dimension>['kinds'],
  ridge: 8,
};

/** Articles, pronouns, auxiliaries and what one thinks with tell how somebody speaks, and nothing of what is said. */
const HOW = new Set(
  `a an the i you he she it we they me us him her them my your our their its this that these those one ones
  is are was were be been being am has have had do does did done will would shall should can could may might must cannot
  so and but or then okay ok yeah yes no nope hm hmm um uh well right just really actually basically like know think mean
  said say see get got go goes going want let lets thing things something kind sort`.split(/\s+/),
);

/** Readers graded from 0, nothing to go by, to 3, what only somebody with command of it says. */
export const SUBSTANCE: Fitting<keyof Substance> = {
  kinds: { specific: (grade) => Number(grade) >= 2, commanding: (grade) => Number(grade) >= 3 },
  ridge: 12,
  without: (name) => HOW.has(name) || name.includes("'"),
};

export const fitCiting = (placed: readonly Said[]): Citing => fitWeighings(placed, CITING);
export const fitSubstance = (graded: readonly Said[]): Substance => fitWeighings(graded, SUBSTANCE);

/** What readers noted of the passages of interviews, each once. */
export const notedIn = (given: readonly Labelled[], file: 'placed.txt' | 'graded.txt'): readonly Said[] => {
  const notes = notesIn(file);
  const seen = new Set<string>();
  return given.flatMap(({ shown, system }) =>
    shown.passages.flatMap((passage) => {
      const hash = hashOf(passage.text);
      const codes = notes.get(hash);
      if (codes === undefined || seen.has(hash)) return [];
      seen.add(hash);
      return [{ system, features: passage.features, codes }];
    }),
  );
};
