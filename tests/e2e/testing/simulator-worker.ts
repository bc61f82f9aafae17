/** The simulator in a browser's worker: answers each order with its report. */
import { simulate } from '@dryrun/simulator';
import type { Trajectory } from '../../testing/trajectories.ts';

globalThis.addEventListener('message', ({ data }: MessageEvent<Trajectory>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  globalThis.postMessage(simulate(data.design, data.palette, data.options));
});
