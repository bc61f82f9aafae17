/**
 * Running a design: one replication in this thread, in slices; several in worker threads, one for each processor. What
 * came of it is merged in the order of the replications, so that threads change how long it takes and nothing else.
 *
 *     replications ──▶ lane: worker, or this thread ──▶ samples[replication] ──▶ report
 *
 * Stopped, or out of time, a run answers for what it has seen, and its report says why it ended.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Design } from '@dryrun/design';
import { compare, reportOf } from '@dryrun/simulator';
import type { Comparison, Report, Sample, SimulateOptions } from '@dryrun/simulator';
import { replicate } from './replication.ts';
import type { Replicated, RunProgress } from './replication.ts';
import { COMPARISON_REPLICATIONS } from './simulation-limits.ts';
import type { FromWorker, ToWorker } from './simulation-worker.ts';

export type Simulating = {
  readonly design: Design;
  readonly options: SimulateOptions;
  readonly replications: number;
  /** Of the wall's clock, for all of it; absent: as long as it takes. */
  readonly timeMs?: number;
  readonly onProgress?: (progress: RunProgress) => void;
  readonly signal?: AbortSignal;
};

export type Simulated = { readonly report: Report; readonly stopped: boolean };

export const runSimulation = async (simulating: Simulating): Promise<Simulated> => {
  const startedMs = performance.now();
  const replicated = await replicateAll(simulating);
  const tookS = Math.max(1e-3, (performance.now() - startedMs) / 1000);
  const events = replicated.reduce((sum, one) => sum + one.events, 0);
  const report = reportOf(simulating.design, simulating.options, samplesOf(replicated), events / tookS);
  return {
    report: withEnding(report, replicated),
    stopped: replicated.some(({ ending }) => ending === 'stopped'),
  };
};

export type Comparing = Omit<Simulating, 'design'> & { readonly a: Design; readonly b: Design };

/** B beside A on the same random numbers; undefined where it was stopped before there were pairs enough. */
export const runComparison = async ({
  a,
  b,
  onProgress = () => {},
  ...simulating
}: Comparing): Promise<{ readonly comparison: Comparison | undefined; readonly stopped: boolean }> => {
  const half = (done: number, of: RunProgress | undefined) => (progress: RunProgress) =>
    onProgress({
      events: (of?.events ?? 0) + progress.events,
      simulatedS: progress.simulatedS,
      share: done + progress.share / 2,
    });
  let last: RunProgress | undefined;
  const first = await replicateAll({
    ...simulating,
    design: a,
    onProgress: (progress) => {
      last = progress;
      half(0, undefined)(progress);
    },
  });
  const second = simulating.signal?.aborted
    ? []
    : await replicateAll({ ...simulating, design: b, onProgress: half(0.5, last) });
  const pairs = Math.min(first.length, second.length);
  const stopped = [...first, ...second].some(({ ending }) => ending === 'stopped');
  if (pairs < COMPARISON_REPLICATIONS) return { comparison: undefined, stopped };
  const compared = compare(
    a,
    samplesOf(first.slice(0, pairs)),
    b,
    samplesOf(second.slice(0, pairs)),
    simulating.options,
  );
  return {
    comparison: { ...compared, a: withEnding(compared.a, first), b: withEnding(compared.b, second) },
    stopped,
  };
};

/** What a terminal or a server is given to run designs with. */
export type Simulation = {
  readonly run: typeof runSimulation;
  readonly compare: typeof runComparison;
};

export const simulation: Simulation = { run: runSimulation, compare: runComparison };

const samplesOf = (replicated: readonly Replicated[]): readonly Sample[] =>
  replicated.map(({ sample }) => sample);

/** The engine only knows that it was told to stop; why is known here. */
const withEnding = (report: Report, replicated: readonly Replicated[]): Report => {
  const endings = new Set(replicated.map(({ ending }) => ending));
  if (endings.has('stopped')) return { ...report, engine: { ...report.engine, ended: 'cancelled' } };
  if (endings.has('out-of-time')) return { ...report, engine: { ...report.engine, ended: 'budget' } };
  return report;
};

/** Beside the program where it was bundled; in a run from the sources it is not there, and nothing else is needed. */
const WORKER = new URL('./simulation-worker.mjs', import.meta.url);

const replicateAll = async (simulating: Simulating): Promise<readonly Replicated[]> => {
  const { options, replications, timeMs, onProgress = () => {}, signal } = simulating;
  const threads =
    replications > 1 && existsSync(fileURLToPath(WORKER))
      ? Math.min(replications, availableParallelism())
      : 0;
  const lanes = Array.from({ length: Math.max(1, threads) }, () =>
    threads > 0 ? workerLane(signal) : ownLane(signal),
  );
  const each = timeMs === undefined ? undefined : timeMs / Math.ceil(replications / lanes.length);
  const progress: RunProgress[] = [];
  const ran: Replicated[] = [];
  let next = 0;
  const work = async (lane: Lane) => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- the signal changes while a lane runs
    while (next < replications && !(signal?.aborted && next > 0)) {
      const replication = next++;
      const onOne = (one: RunProgress) => {
        progress[replication] = one;
        onProgress(together(progress, replications));
      };
      const ownOptions = replications > 1 ? { ...options, replication } : options;
      ran[replication] = await lane.run({ ...simulating, options: ownOptions, timeMs: each }, onOne);
    }
  };
  try {
    await Promise.all(lanes.map(work));
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  return ran.filter(Boolean);
};

const together = (parts: readonly (RunProgress | undefined)[], replications: number): RunProgress => {
  const sum = (of: (progress: RunProgress) => number) =>
    parts.reduce((total, part) => total + (part ? of(part) : 0), 0);
  return {
    events: sum(({ events }) => events),
    simulatedS: sum(({ simulatedS }) => simulatedS),
    share: sum(({ share }) => share) / replications,
  };
};

type Lane = {
  readonly run: (
    one: Pick<Simulating, 'design' | 'options' | 'timeMs'>,
    onProgress: (progress: RunProgress) => void,
  ) => Promise<Replicated>;
  readonly close: () => Promise<unknown>;
};

const ownLane = (signal: AbortSignal | undefined): Lane => ({
  run: ({ design, options, timeMs }, onProgress) =>
    replicate({ design, options, timeMs, onProgress, stopped: () => signal?.aborted ?? false }),
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
    run: ({ design, options, timeMs }, onProgress) =>
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
        tell({ type: 'run', design, options, timeMs });
      }),
    close: () => {
      signal?.removeEventListener('abort', stop);
      return worker.terminate();
    },
  };
};
