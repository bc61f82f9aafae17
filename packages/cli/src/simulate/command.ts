/**
 * `dryrun simulate`: a design runs under load, beside another one, or over a sweep.
 *
 *     options ─▶ files ─▶ designs (with faults) ─▶ one run │ a comparison │ a run a point ─▶ text or JSON
 *
 * Ctrl-C ends a run early and what it has seen is reported; a second one leaves at once.
 */
import {
  COMPARISON_PAIRS_MIN,
  COMPARISON_REPLICATIONS,
  COMPARISON_REQUESTS,
  COMPARISON_SECONDS_MIN,
  POINT_EVENTS_MAX,
  SIMULATION_EVENTS_MAX,
  SIMULATION_TIME_MS,
} from '@dryrun/app';
import type { RunProgress, Simulation } from '@dryrun/app';
import type { Design } from '@dryrun/design';
import { monthsOf, nothingToLearn } from '@dryrun/simulator';
import type { Palette } from '@dryrun/domain';
import type { SimulateOptions } from '@dryrun/simulator';
import { UsageFault } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { withSetting } from './change.ts';
import { comparisonText } from './comparison-text.ts';
import { interruptible, NothingYet } from './interrupt.ts';
import { monthsText } from './months-text.ts';
import { span, whole } from './numbers.ts';
import { DesignRefused, openDesign } from './opening.ts';
import { readOptions } from './options.ts';
import type { Asked } from './options.ts';
import { reportText } from './report-text.ts';
import type { Sweep } from './sweep.ts';
import { breakSentence, whatIfText } from './what-if-text.ts';
import type { Point } from './what-if-text.ts';

export const SIMULATE_USAGE = `Usage: dryrun simulate FILE [options]
       dryrun simulate A B [options]      B beside A on the same random numbers
       dryrun simulate --recording FILE --with META
                                          a recorded LLM server, replayed

  FILE                 a design in YAML, JSON, Mermaid or Excalidraw; - reads
                       standard input
  --load 10x           times every workload (default 1x)
  --requests N         ends after so many requests
  --seconds 600|10min  ends after so much simulated time
                       (neither: a run ends when its figures are precise, or
                       after ${whole(SIMULATION_EVENTS_MAX)} events; to compare, both designs run
                       for the time in which about ${whole(COMPARISON_REQUESTS)} requests come to
                       the one with fewer, ${COMPARISON_SECONDS_MIN} simulated seconds at least)
  --seed N             the same seed gives the same run (default 1)
  --replications R     so many runs, merged (default 1; to compare ${COMPARISON_REPLICATIONS} or more)
  --months N           quality over months: labels, drift, retraining, feedback loops
  --what-if RANGE      load=1x..100x, api.servers=2..16 or api.replicas=1,2,4
  --fault "…"          "db down from=60s for=30s", "api slow by=4x",
                       "db errors by=20%", "cache flush from=60s",
                       "search spike by=10x", "zone=a down"; may be repeated
  --json               print one JSON document`;

export type SimulateWorld = {
  readonly terminal: Terminal;
  readonly palette: () => Promise<Palette>;
  readonly simulation: Simulation;
  /** Redraws one line for a person; absent where nobody watches. */
  readonly progress?: (line: string) => void;
};

export const simulate = async (args: readonly string[], world: SimulateWorld): Promise<ExitCode> => {
  const { terminal } = world;
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    terminal.out(SIMULATE_USAGE);
    return 0;
  }
  try {
    const asked = readOptions(args);
    const palette = await world.palette();
    const designs: Design[] = [];
    for (const file of asked.files)
      designs.push(await openDesign(file, { faults: asked.faults, palette, terminal }));
    const [a, b] = designs;
    if (!a) return 0;
    if (asked.months !== undefined) {
      terminal.out(monthsOfBoth(a, b, asked.months, { asked, palette, world }));
      return 0;
    }
    const text = await interruptible((signal) => answer(a, b, { asked, palette, world, signal })).finally(
      () => world.progress?.(''),
    );
    terminal.out(text);
    return 0;
  } catch (fault) {
    if (fault instanceof NothingYet || fault instanceof DesignRefused) terminal.err(fault.message);
    else if (fault instanceof UsageFault)
      terminal.err(`${fault.message}\n\`dryrun simulate --help\` shows what can be said.`);
    else throw fault;
    return 2;
  }
};

/** Quality over months; of two designs, one after the other and what lies between them, on the same luck. */
const monthsOfBoth = (
  a: Design,
  b: Design | undefined,
  months: number,
  { asked, palette, world }: Omit<Work, 'signal'>,
): string => {
  const replications = Math.max(asked.replications, MONTHS_REPLICATIONS);
  const options = { months, seed: asked.seed, replications };
  for (const design of b ? [a, b] : [a]) {
    const nothing = nothingToLearn(design);
    if (nothing !== undefined) throw new NothingYet(`${design.name}: ${nothing}`);
  }
  const [of, other] = [monthsOf(a, palette, options), b && monthsOf(b, palette, options)];
  if (asked.json) return JSON.stringify(other ? { a: of, b: other } : of);
  const shown = { colour: world.terminal.live.colour, seed: asked.seed, replications };
  if (!other) return monthsText(of, shown);
  const apart = ((other.mean.value - of.mean.value) * 100).toFixed(1);
  return [
    monthsText(of, shown),
    monthsText(other, shown),
    `${other.design} minus ${of.design}: ${apart} points of quality on average, on the same luck.`,
  ].join('\n\n');
};

const MONTHS_REPLICATIONS = 20;

type Work = {
  readonly asked: Asked;
  readonly palette: Palette;
  readonly world: SimulateWorld;
  readonly signal: AbortSignal;
};

const answer = async (a: Design, b: Design | undefined, work: Work): Promise<string> => {
  const { asked, palette, world, signal } = work;
  const { load, replications, json } = asked;
  const { colour } = world.terminal.live;
  if (asked.sweep) return swept(a, asked.sweep, work);
  const running = {
    palette,
    options: optionsOf(asked),
    replications,
    signal,
    onProgress: watch(world),
  };
  if (!b) {
    const { report } = await world.simulation.run({ design: a, timeMs: timeOf(asked), ...running });
    return json ? JSON.stringify(report) : reportText(report, { load, colour, faults: a.faults });
  }
  const { comparison, pairs } = await world.simulation.compare({ a, b, ...running });
  if (!comparison)
    throw new NothingYet(
      `It was interrupted after ${pairs} of ${replications} pairs: expected at least ${COMPARISON_PAIRS_MIN} to compare by. Shorter runs (--seconds, --requests) are through sooner.`,
    );
  return json ? JSON.stringify(comparison) : comparisonText(comparison, { load, colour });
};

const swept = async (
  design: Design,
  sweep: Sweep,
  { asked, palette, world, signal }: Work,
): Promise<string> => {
  const { setting } = sweep;
  // Every point is read before the first one runs: a wrong value is said at once.
  const planned = sweep.values.map((value) => ({
    value,
    design: setting ? withSetting(design, setting, value, palette) : design,
    options: {
      ...optionsOf(asked),
      ...(setting ? {} : { load: Number(value) }),
      ...(timeOf(asked) === undefined ? {} : { eventsMax: Math.ceil(POINT_EVENTS_MAX / asked.replications) }),
    },
  }));
  const points: Point[] = [];
  for (const [index, { value, design: changed, options }] of planned.entries()) {
    if (signal.aborted) break;
    const { report } = await world.simulation.run({
      design: changed,
      palette,
      options,
      replications: asked.replications,
      timeMs: timeOf(asked),
      signal,
      onProgress: watch(world, `${sweep.of} ${value}, ${index + 1} of ${planned.length}: `),
    });
    points.push({ value, report });
  }
  const left = planned.length - points.length;
  const breaks = breakSentence(sweep.of, points);
  if (asked.json) return JSON.stringify({ whatIf: sweep.of, points, breaks, left });
  const text = whatIfText(sweep.of, points, world.terminal.live.colour);
  return signal.aborted
    ? `${text}\n\nIt was interrupted: ${left} of ${planned.length} points were not run.`
    : text;
};

const optionsOf = ({ seed, load, requests, seconds }: Asked): SimulateOptions => ({
  seed,
  load,
  ...(requests === undefined ? {} : { requests }),
  ...(seconds === undefined ? {} : { seconds }),
});

const timeOf = ({ requests, seconds }: Asked): number | undefined =>
  requests === undefined && seconds === undefined ? SIMULATION_TIME_MS : undefined;

const watch =
  ({ progress }: SimulateWorld, before = '') =>
  ({ share, events, simulatedS }: RunProgress): void =>
    progress?.(
      `${before}${Math.floor(share * 100)} %, ${whole(events)} events, ${span(simulatedS)} simulated`,
    );
