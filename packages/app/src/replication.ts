/**
 * One run, advanced in slices, so that whoever runs it stays free to draw progress and to hear that it should stop.
 *
 *     advance ─▶ progress ─▶ (stopped? out of time?) ─▶ advance … ─▶ sample
 *
 * A slice is about as long as a frame or two, whatever the machine: it is measured and adjusted.
 */
import { setImmediate } from 'node:timers/promises';
import type { Design } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { startRun } from '@dryrun/simulator';
import type { Sample, SimulateOptions } from '@dryrun/simulator';

export type RunProgress = {
  readonly events: number;
  readonly simulatedS: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
};

/** `stopped` by whoever watches, `out-of-time`, or `done` by itself. */
export type Ending = 'done' | 'out-of-time' | 'stopped';

export type Replicated = {
  readonly sample: Sample;
  readonly events: number;
  readonly ending: Ending;
};

/** What is run; plain data, so that it can be sent to a thread. */
export type Replication = {
  readonly design: Design;
  readonly palette: Palette;
  readonly options: SimulateOptions;
  /** Of the wall's clock; absent: as long as it takes. */
  readonly timeMs?: number;
};

export type Replicating = Replication & {
  readonly onProgress: (progress: RunProgress) => void;
  readonly stopped: () => boolean;
  readonly nowMs?: () => number;
};

const SLICE_MS = 25;
const FIRST_SLICE_EVENTS = 5_000;
const SLICE_EVENTS_MIN = 1_000;
const SLICE_EVENTS_MAX = 1_000_000;

export const replicate = async ({
  design,
  palette,
  options,
  timeMs,
  onProgress,
  stopped,
  nowMs = () => performance.now(),
}: Replicating): Promise<Replicated> => {
  const startedMs = nowMs();
  const run = startRun(design, palette, options);
  let slice = FIRST_SLICE_EVENTS;
  let ending: Ending | undefined;
  while (ending === undefined) {
    const beganMs = nowMs();
    const done = run.advance(slice);
    const endedMs = nowMs();
    onProgress(run.progress());
    if (done) ending = 'done';
    else if (stopped()) ending = 'stopped';
    else if (timeMs !== undefined && endedMs - startedMs >= timeMs) ending = 'out-of-time';
    const tookMs = Math.max(0.1, endedMs - beganMs);
    slice = Math.round(Math.min(SLICE_EVENTS_MAX, Math.max(SLICE_EVENTS_MIN, (slice * SLICE_MS) / tookMs)));
    await setImmediate();
  }
  if (ending !== 'done') run.cancel();
  return { sample: run.sample(), events: run.progress().events, ending };
};
