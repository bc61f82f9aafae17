/** Whether something piles up: what comes in less what goes out, slice by slice. */
import type { Figure } from '../report.ts';
import { student95 } from './student.ts';

/** How many standard errors from nothing a growth must be: a queue near its limit wanders far. */
const CLEAR = 4;
const SLICES_MIN = 8;

/** A second; null where it is not clear that it grows. */
export const growthOf = (
  runs: readonly (readonly { readonly added: number; readonly overS: number }[])[],
): Figure | null => {
  const steps = runs.flat();
  const overS = steps.reduce((sum, step) => sum + step.overS, 0);
  if (steps.length < SLICES_MIN || !(overS > 0)) return null;
  const value = steps.reduce((sum, { added }) => sum + added, 0) / overS;
  if (!(value > 0)) return null;
  const squares = steps.reduce((sum, step) => sum + (step.added - value * step.overS) ** 2, 0);
  const error = Math.sqrt((steps.length / (steps.length - 1)) * squares) / overS;
  return value > CLEAR * error ? { value, halfWidth: student95(steps.length - 1) * error } : null;
};
