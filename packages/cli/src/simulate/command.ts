/**
 * `dryrun simulate`: a design runs under load, beside another one, or over a sweep.
 *
 *     options ─▶ files ─▶ designs (with faults) ─▶ one run │ a comparison │ a run a point ─▶ text or JSON
 *
 * Ctrl-C ends a run early and what it has seen is reported; a second one leaves at once.
 */
import { SIMULATION_TIME_MS } from '@dryrun/app';
import type { RunProgress, Simulation } from '@dryrun/app';
import { readAny } from '@dryrun/design';
import type { Design, DesignFinding } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { SimulateOptions } from '@dryrun/simulator';
import { UsageFault } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { withSetting } from './change.ts';
import { comparisonText } from './comparison-text.ts';
import { withFaults } from './fault.ts';
import { span, whole } from './numbers.ts';
import { readOptions } from './options.ts';
import type { Asked } from './options.ts';
import { reportText } from './report-text.ts';
import type { Sweep } from './sweep.ts';
import { breakSentence, whatIfText } from './what-if-text.ts';
import type { Point } from './what-if-text.ts';

export const SIMULATE_USAGE = `Usage: dryrun simulate FILE [options]
       dryrun simulate A B [options]        B beside A on the same random numbers

  FILE                  a design in YAML, JSON, Mermaid or Excalidraw; - reads standard input
  --load 10x            times every workload (default 1x)
  --requests N          ends after so many requests
  --seconds 600|10min   ends after so much simulated time
                        with neither: until the figures are precise, for at most 10 seconds
  --seed N              the same seed gives the same run (default 1)
  --replications R      so many runs, merged (default 1; to compare 8)
  --what-if RANGE       load=1x..100x, api.servers=2..16 or api.replicas=1,2,4
  --fault "…"           "db down from=60s for=30s", "api slow by=4x", "db errors by=20%",
                        "cache flush from=60s", "search spike by=10x", "zone=a down"; may be repeated
  --json                print one JSON document`;

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
    for (const file of asked.files) designs.push(await designFrom(file, asked, palette, terminal));
    const [a, b] = designs;
    if (a) terminal.out(await interruptible((signal) => answer(a, b, { asked, palette, world, signal })));
    return 0;
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\`dryrun simulate --help\` shows what can be said.`);
    return 2;
  }
};

const designFrom = async (
  file: string,
  { faults }: Asked,
  palette: Palette,
  terminal: Terminal,
): Promise<Design> => {
  const text = file === '-' ? await terminal.stdin() : await terminal.readFile(file);
  const { design, findings } = readAny(text, palette);
  if (design) return withFaults(design, faults);
  const from = file === '-' ? 'standard input' : file;
  throw new UsageFault(
    findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => `${placeOf(from, finding)}: ${finding.message}`)
      .join('\n') || `${from}: expected a design; found nothing that can run.`,
  );
};

const placeOf = (file: string, { line, column }: DesignFinding): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

/** The first Ctrl-C is heard; after it the next one ends the process as it always does. */
const interruptible = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
  }
};

type Work = {
  readonly asked: Asked;
  readonly palette: Palette;
  readonly world: SimulateWorld;
  readonly signal: AbortSignal;
};

const answer = async (a: Design, b: Design | undefined, work: Work): Promise<string> => {
  const { asked, world, signal } = work;
  const { load, replications, json } = asked;
  const { colour } = world.terminal.live;
  if (asked.sweep) return swept(a, asked.sweep, work);
  const running = {
    options: optionsOf(asked),
    replications,
    timeMs: timeOf(asked),
    signal,
    onProgress: watch(world),
  };
  if (!b) {
    const { report } = await world.simulation.run({ design: a, ...running });
    world.progress?.('');
    return json ? JSON.stringify(report) : reportText(report, { load, colour });
  }
  const { comparison } = await world.simulation.compare({ a, b, ...running });
  world.progress?.('');
  if (!comparison)
    throw new UsageFault(
      'It was interrupted before there were pairs enough to compare: nothing can be said yet.',
    );
  return json ? JSON.stringify(comparison) : comparisonText(comparison, { load, colour });
};

const POINT_TIME_MS = 3_000;

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
    options: setting ? optionsOf(asked) : { ...optionsOf(asked), load: Number(value) },
  }));
  const points: Point[] = [];
  for (const [index, { value, design: changed, options }] of planned.entries()) {
    if (signal.aborted) break;
    const timeMs = timeOf(asked) === undefined ? undefined : POINT_TIME_MS;
    const { report } = await world.simulation.run({
      design: changed,
      options,
      replications: asked.replications,
      timeMs,
      signal,
      onProgress: watch(world, `${sweep.of} ${value}, ${index + 1} of ${planned.length}: `),
    });
    points.push({ value, report });
  }
  world.progress?.('');
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
