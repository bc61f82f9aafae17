/**
 * Many replications: in worker threads, one for each processor, or one after the other in this thread. Answers stand in
 * the order of the replications, so that threads change how long it takes and nothing else.
 *
 *     replications ──▶ lane: a worker, or this thread ──▶ answers[replication]
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { replicate } from './replication.ts';
import type { Replicated, Replication, RunProgress } from './replication.ts';
import type { FromWorker, ToWorker } from './simulation-worker.ts';

export type Replicate = {
  readonly replications: readonly Replication[];
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
};

/** Beside the program where it was bundled; in a run from the sources it is not there, and nothing else is needed. */
const WORKER = new URL('./simulation-worker.mjs', import.meta.url);

/** As many at a time as there are processors to run them on. */
export const lanesFor = (replications: number): number =>
  replications > 1 && existsSync(fileURLToPath(WORKER)) ? Math.min(replications, availableParallelism()) : 1;

/** Stopped, it answers for what was begun; what never was is undefined. At least one is begun. */
export const replicateAll = async ({
  replications,
  onProgress = () => {},
  signal,
}: Replicate): Promise<readonly (Replicated | undefined)[]> => {
  const count = lanesFor(replications.length);
  const lanes = Array.from({ length: count }, () => (count > 1 ? workerLane(signal) : ownLane(signal)));
  const progress: (RunProgress | undefined)[] = replications.map(() => undefined);
  const ran: (Replicated | undefined)[] = replications.map(() => undefined);
  let next = 0;
  const work = async (lane: Lane) => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the signal changes while a lane runs
    while (next < replications.length && !(signal?.aborted && next > 0)) {
      const index = next++;
      const replication = replications[index];
      if (!replication) return;
      ran[index] = await lane.run(replication, (one) => {
        progress[index] = one;
        onProgress(together(progress));
      });
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  return ran;
};

const together = (parts: readonly (RunProgress | undefined)[]): RunProgress => {
  const sum = (of: (progress: RunProgress) => number) =>
    parts.reduce((total, part) => total + (part ? of(part) : 0), 0);
  return {
    events: sum(({ events }) => events),
    simulatedS: sum(({ simulatedS }) => simulatedS),
    share: sum(({ share }) => share) / parts.length,
  };
};

type Lane = {
  readonly run: (
    replication: Replication,
    onProgress: (progress: RunProgress) => void,
  ) => Promise<Replicated>;
  readonly close: () => Promise<unknown>;
};

const ownLane = (signal: AbortSignal | undefined): Lane => ({
  run: (replication, onProgress) =>
    replicate({ ...replication, onProgress, stopped: () => signal?.aborted ?? false }),
  close: async () => {},
});

const workerLane = (signal: AbortSignal | undefined): Lane => {
  const worker = new Worker(WORKER);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const tell = (message: ToWorker) => worker.postMessage(message);
  const stop = () => tell({ type: 'stop' });
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  return {
    run: (replication, onProgress) =>
      new Promise((resolve, reject) => {
        const settle = (finish: () => void) => {
          worker.off('message', hear);
          worker.off('error', fail);
          finish();
        };
        const fail = (fault: Error) => settle(() => reject(fault));
        const hear = (message: FromWorker) => {
          switch (message.type) {
            case 'progress':
              onProgress(message.progress);
              return;
            case 'failed':
              fail(new Error(message.message));
              return;
            case 'ran': {
              const { sample, events, ending } = message;
              settle(() => resolve({ sample, events, ending }));
            }
          }
        };
        worker.on('message', hear);
        worker.on('error', fail);
        tell({ type: 'run', ...replication });
      }),
    close: () => {
      signal?.removeEventListener('abort', stop);
      return worker.terminate();
    },
  };
};
