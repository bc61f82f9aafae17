/** Simulations in the product as it is built: on threads, and at the ends of pipes. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runSimulation } from '@dryrun/app';
import { writeDesign } from '@dryrun/design';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newHome, runDryrun } from './testing/product.ts';
import { TRAJECTORIES } from './testing/trajectories.ts';

let home: string;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ home, leave } = await newHome());
  // Whatever runs first may have to build, and says so on standard error.
  await runDryrun(home, ['version']);
}, 120_000);
afterAll(() => leave());

const withoutSpeed = (report: { readonly engine: { readonly eventsPerSecond: number } }) =>
  JSON.stringify({ ...report, engine: { ...report.engine, eventsPerSecond: 0 } });

describe('a simulation', () => {
  it.each(TRAJECTORIES)(
    'TE41 TE42 $name: four replications are the same on threads as one after the other',
    async ({ name, design, palette }) => {
      const file = join(home, 'design.json');
      await writeFile(file, writeDesign(design, 'json'));
      const { out, err, code } = await runDryrun(home, [
        'simulate',
        file,
        '--replications',
        '4',
        '--requests',
        '4000',
        '--seed',
        '3',
        '--json',
      ]);
      expect({ err, code }).toEqual({ err: '', code: 0 });
      const onThreads = JSON.parse(out);
      // From the sources there is no thread to run on.
      const { report } = await runSimulation({
        design,
        palette,
        options: { seed: 3, load: 1, requests: 4000 },
        replications: 4,
      });
      expect(onThreads.design).toBe(name);
      expect(onThreads.engine.replications).toBe(4);
      expect(withoutSpeed(onThreads)).toBe(withoutSpeed(report));
    },
  );
});
