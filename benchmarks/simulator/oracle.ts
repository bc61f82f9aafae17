/**
 * An oracle: a design whose answer is known from outside, what to read from its run, and how near it must come.
 *
 *     document ─readDesignText─▶ design ─simulate─▶ report ─readings─▶ rows: exact, found, held or not
 *
 * - `interval`: the truth lies in the run's own 99.9 % interval, and that interval says something.
 * - `within`: a relative band, for approximations and limits. `plusMinus`: an absolute one.
 * - `atMost`, `atLeast`: bounds that hold in every run, not on average.
 * - `equal`: to the last digit that matters; for words, `exact` is the word.
 */
import { readFileSync } from 'node:fs';
import { readDesignText } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import { readPalette } from '@dryrun/content';
import type { Palette } from '@dryrun/domain';
import { simulate } from '@dryrun/simulator';
import type { Figure, Report } from '@dryrun/simulator';

export type Tolerance =
  | { readonly kind: 'interval' }
  | { readonly kind: 'within'; readonly share: number }
  | { readonly kind: 'plusMinus'; readonly by: number }
  | { readonly kind: 'atMost' }
  | { readonly kind: 'atLeast' }
  | { readonly kind: 'equal' };

export type Value = number | string | null;

export type Reading = {
  readonly of: string;
  readonly exact: Value;
  readonly tolerance: Tolerance;
  readonly read: (report: Report) => Figure | Value;
};

export type Oracle = {
  readonly id: string;
  /** Where the truth is from. */
  readonly truth: string;
  readonly document: string;
  readonly load?: number;
  readonly seed: number;
  /** One of them. `quick` is the length for `npm test` and `--quick`; absent: left out there. */
  readonly requests?: number;
  readonly seconds?: number;
  readonly quick?: number;
  readonly readings: readonly Reading[];
};

export type Row = {
  readonly oracle: string;
  readonly of: string;
  readonly exact: Value;
  readonly value: Value;
  readonly halfWidth: number | null;
  readonly held: boolean;
  readonly why: string;
};

/**
 * Reports carry 95 % half-widths; for 99.9 % they grow by the ratio of the normal quantiles, 3.2905/1.9600. Student's
 * ratio at few degrees of freedom is larger (1.86 at 19): this is the stricter of the two.
 */
const WIDER = 3.2905 / 1.96;
/** A disk that never stood still has no half-width, and a truth that differs from it by what doubles round off. */
const ROUNDING = 1e-9;
/** An interval wider than this would hold anything. */
const TELLS = 0.1;

export const readOracle = (oracle: Oracle): Design => readDocument(oracle.document, oracle.id);

export const readDocument = (text: string, name: string): Design => {
  const { design, findings } = readDesignText(text, palette());
  if (design !== undefined) return design;
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  throw new Error(`The design ${name} was expected to read without errors. ${errors.join(' ')}`);
};

export const runOracle = (oracle: Oracle, quick = false): Report => {
  const length = (full: number | undefined) => (quick && full !== undefined ? oracle.quick : full);
  return simulate(readOracle(oracle), palette(), {
    seed: oracle.seed,
    load: oracle.load,
    requests: length(oracle.requests),
    seconds: length(oracle.seconds),
    eventsMax: Number.MAX_SAFE_INTEGER,
  });
};

export const rowsOf = (oracle: Oracle, report: Report): readonly Row[] =>
  oracle.readings.map((reading) => {
    const read = reading.read(report);
    const figure = typeof read === 'object' ? read : null;
    const value = typeof read === 'object' ? (read?.value ?? null) : read;
    const halfWidth = figure?.halfWidth ?? null;
    const why = whyNot(reading, value, halfWidth);
    return {
      oracle: oracle.id,
      of: reading.of,
      exact: reading.exact,
      value,
      halfWidth,
      held: why === '',
      why,
    };
  });

const whyNot = ({ exact, tolerance }: Reading, value: Value, halfWidth: number | null): string => {
  if (typeof exact !== 'number')
    return value === exact ? '' : `expected ${exact ?? 'nothing'}, found ${value ?? 'nothing'}`;
  if (typeof value !== 'number') return 'the report has no such figure';
  const off = Math.abs(value - exact);
  switch (tolerance.kind) {
    case 'interval': {
      if (halfWidth === null || !Number.isFinite(halfWidth)) return 'the figure has no half-width';
      if (halfWidth > TELLS * Math.abs(exact)) return `the interval is too wide to tell, ± ${halfWidth}`;
      if (off <= Math.max(halfWidth * WIDER, ROUNDING * Math.abs(exact))) return '';
      return `off by ${(off / halfWidth).toFixed(2)} half-widths of 95 %, may be ${WIDER.toFixed(2)}`;
    }
    case 'within':
      return off <= tolerance.share * Math.abs(exact)
        ? ''
        : `off by ${((100 * (value - exact)) / exact).toFixed(2)} %, may be ${100 * tolerance.share} %`;
    case 'plusMinus':
      return off <= tolerance.by ? '' : `off by ${off}, may be ${tolerance.by}`;
    case 'atMost':
      return value <= exact ? '' : `over its bound by ${value - exact}`;
    case 'atLeast':
      return value >= exact ? '' : `under its bound by ${exact - value}`;
    case 'equal':
      return off <= 1e-9 * Math.max(1, Math.abs(exact)) ? '' : `off by ${off}`;
  }
};

const FILES = ['components.yaml', 'gpus.yaml', 'llm-models.yaml'];

let read: Palette | undefined;
export const palette = (): Palette => {
  read ??= readPalette(
    FILES.map((path) => ({
      path,
      text: readFileSync(new URL(`../../content/${path}`, import.meta.url), 'utf8'),
    })),
  ).value;
  return read;
};
