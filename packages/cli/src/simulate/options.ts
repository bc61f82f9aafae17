/** What is asked of `dryrun simulate`, read and checked before anything is opened. */
import { parseArgs } from 'node:util';
import { COMPARISON_REPLICATIONS } from '@dryrun/app';
import type { Fault } from '@dryrun/design';
import { parseDurationMs } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import { UsageFault } from '../command.ts';
import { parseFault } from './fault.ts';
import { parseSweep } from './sweep.ts';
import type { Sweep } from './sweep.ts';

export type Asked = {
  /** One file, or two to compare. */
  readonly files: readonly string[];
  readonly load: number;
  readonly requests: number | undefined;
  readonly seconds: number | undefined;
  readonly seed: number;
  readonly replications: number;
  readonly sweep: Sweep | undefined;
  readonly faults: readonly Fault[];
  /** The quality engine, over so many months; otherwise the requests of minutes. */
  readonly months: number | undefined;
  readonly json: boolean;
};

const OPTIONS = {
  load: { type: 'string' },
  requests: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string' },
  replications: { type: 'string' },
  'what-if': { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  months: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const REPLICATIONS_MAX = 1000;
const MONTHS_MAX = 120;

export const readOptions = (args: readonly string[]): Asked => {
  const { values, positionals: files } = parsed(args);
  if (files.length === 0)
    throw new UsageFault('Expected FILE after “simulate”: a design, or - for standard input.');
  if (files.length > 2) throw new UsageFault(`Expected one FILE, or two to compare; found ${files.length}.`);
  if (files.filter((file) => file === '-').length > 1)
    throw new UsageFault('Expected at most one “-”: standard input can be read once.');
  const comparing = files.length === 2;
  const { requests, seconds, load = '1', seed = '1', replications } = values;
  if (requests !== undefined && seconds !== undefined)
    throw new UsageFault('Expected --requests or --seconds, not both: each says when the run ends.');
  const sweeps = values['what-if'] ?? [];
  if (sweeps.length > 1)
    throw new UsageFault(`Expected one --what-if; found ${sweeps.length}. Run them one after the other.`);
  const sweep = sweeps[0] === undefined ? undefined : parseSweep(sweeps[0]);
  if (sweep && comparing)
    throw new UsageFault('Expected one FILE with --what-if; two files are compared at one point.');
  if (sweep && !sweep.setting && values.load !== undefined)
    throw new UsageFault('Expected --load or --what-if load=…, not both: they set the same thing.');
  if (values.months !== undefined) {
    const other = ['load', 'requests', 'seconds', 'what-if', 'fault'].find((name) => name in values);
    if (other !== undefined)
      throw new UsageFault(
        `Expected --months without --${other}: that is about requests, and months are about quality.`,
      );
  }
  const least = comparing ? COMPARISON_REPLICATIONS : 1;
  return {
    files,
    load: loadOf(load),
    requests: requests === undefined ? undefined : wholeNumber('--requests', requests, 1, 1e12),
    seconds: seconds === undefined ? undefined : secondsOf(seconds),
    seed: wholeNumber('--seed', seed, 0, 2 ** 32 - 1),
    replications:
      replications === undefined
        ? least
        : wholeNumber(
            '--replications',
            replications,
            least,
            REPLICATIONS_MAX,
            comparing ? ' to compare by' : '',
          ),
    sweep,
    faults: (values.fault ?? []).map(parseFault),
    months: values.months === undefined ? undefined : wholeNumber('--months', values.months, 1, MONTHS_MAX),
    json: values.json ?? false,
  };
};

const parsed = (args: readonly string[]) => {
  const names = Object.keys(OPTIONS);
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name === undefined || names.includes(name)) continue;
    const near = didYouMean(
      `--${name}`,
      names.map((known) => `--${known}`),
    );
    throw new UsageFault(`“simulate” has no option “--${name}”.${near}`);
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
};

const LOAD_MAX = 1e6;

const loadOf = (text: string): number => {
  const number = Number(/^(\d+(?:\.\d+)?)x?$/.exec(text)?.[1]);
  if (number > 0 && number <= LOAD_MAX) return number;
  throw new UsageFault(
    `Expected --load as a factor above 0 and at most a million, such as 10x or 0.5; found “${text}”.`,
  );
};

/** Thirty years: more is a slip, and times are exact to a nanosecond up to here. */
const SECONDS_MAX = 1e9;

const secondsOf = (text: string): number => {
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : parseDurationMs(text);
  if (ms !== undefined && ms > 0 && ms <= SECONDS_MAX * 1000) return ms / 1000;
  throw new UsageFault(
    `Expected --seconds as seconds or a duration above 0, such as 600 or 10min, and at most a billion seconds; found “${text}”.`,
  );
};

const wholeNumber = (name: string, text: string, least: number, most: number, why = ''): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new UsageFault(
    `Expected ${name} to be a whole number from ${least} to ${most}${why}; found “${text}”.`,
  );
};
