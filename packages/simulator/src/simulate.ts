/** A design runs here and now, to its end. */
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { startRun } from './engine/run.ts';
import { reportOf } from './report-of.ts';
import type { Report, SimulateOptions } from './report.ts';

export const simulate = (design: Design, palette: Palette, options: SimulateOptions): Report => {
  const run = startRun(design, palette, options);
  run.advance(Number.MAX_SAFE_INTEGER);
  return reportOf(design, palette, options, [run.sample()]);
};
