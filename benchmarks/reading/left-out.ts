/** Weights that have not seen a system, fitted once for each. */
import type { Citing, Substance } from '@dryrun/domain';
import type { Labelled } from '../judgement/labelled.ts';
import { fitCiting, fitSubstance, notedIn } from './citing.ts';
import type { Said } from './weighing.ts';

/** By system, what was fitted on the others. */
export const leftOut = <Fitted>(said: readonly Said[], fit: (said: readonly Said[]) => Fitted) => {
  const bySystem = new Map<string, Fitted>();
  return (system: string): Fitted => {
    const fitted = bySystem.get(system) ?? fit(said.filter((one) => one.system !== system));
    bySystem.set(system, fitted);
    return fitted;
  };
};

export const weighingsLeftOut = (given: readonly Labelled[]) => {
  const placed = notedIn(given, 'placed.txt');
  const graded = notedIn(given, 'graded.txt');
  return {
    placed,
    graded,
    citingFor: leftOut<Citing>(placed, fitCiting),
    substanceFor: leftOut<Substance>(graded, fitSubstance),
  };
};
