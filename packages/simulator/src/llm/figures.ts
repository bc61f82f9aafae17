/** What a run of a server comes to: times as a user sees them, tokens, how busy the cards were, and what a token costs. */
import type { LlmRun } from './replay.ts';
import type { LlmServer } from './server.ts';
import { activeParameters } from './shape.ts';

export type Spread = { readonly mean: number; readonly p50: number; readonly p99: number };

/** To the first token, between tokens after it, and to the last one; in milliseconds. */
export type LlmTimes = { readonly ttftMs: Spread; readonly tpotMs: Spread; readonly e2eMs: Spread };

export type LlmFigures = LlmTimes & {
  readonly requestsPerS: number;
  readonly tokensPerS: number;
  readonly utilisation: {
    /** Of the time, the share in which a step ran. */
    readonly busy: number;
    /** Of the blocks for keys and values, the share in use, on average over the whole time. */
    readonly blocks: number;
    /** Of the cards' arithmetic, what multiplying with the weights took. */
    readonly arithmetic: number;
  };
  readonly preemptions: number;
  readonly dollarsPerMillionTokens: number;
};

/** A request's course: came, first token, last token, in seconds; how many tokens. */
export type Course = {
  readonly arrivalS: number;
  readonly firstS: number;
  readonly lastS: number;
  readonly outputTokens: number;
};

export const timesOf = (courses: readonly Course[]): LlmTimes => ({
  ttftMs: spreadOf(courses.map(({ arrivalS, firstS }) => (firstS - arrivalS) * 1000)),
  // Between tokens there is a time only where there are two.
  tpotMs: spreadOf(
    courses
      .filter(({ outputTokens }) => outputTokens > 1)
      .map(({ firstS, lastS, outputTokens }) => ((lastS - firstS) * 1000) / (outputTokens - 1)),
  ),
  e2eMs: spreadOf(courses.map(({ arrivalS, lastS }) => (lastS - arrivalS) * 1000)),
});

export const coursesOf = (run: LlmRun): readonly Course[] =>
  Array.from(run.arrivalS, (arrivalS, index) => ({
    arrivalS,
    firstS: run.firstS[index]!,
    lastS: run.lastS[index]!,
    outputTokens: run.outputTokens[index]!,
  }));

export const figuresOf = (server: LlmServer, run: LlmRun, dollarsPerCardHour: number): LlmFigures => {
  const { totals } = run.state;
  const spanS = run.endS - run.arrivalS.reduce((least, at) => Math.min(least, at), Infinity);
  const tokens = run.outputTokens.reduce((sum, count) => sum + count, 0);
  const products = 2 * activeParameters(server.shape) * (totals.tokensRead + totals.tokensOut);
  const dollars = (spanS / 3600) * dollarsPerCardHour * server.tensorParallel;
  return {
    ...timesOf(coursesOf(run)),
    requestsPerS: run.arrivalS.length / spanS,
    tokensPerS: tokens / spanS,
    utilisation: {
      busy: totals.busyS / spanS,
      blocks: totals.blockS / (server.blocks * spanS),
      arithmetic: products / (server.flops * server.tensorParallel * spanS),
    },
    preemptions: totals.preemptions,
    dollarsPerMillionTokens: (dollars / tokens) * 1e6,
  };
};

/** Quantiles between two values in proportion, as most tools have them. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    if (sorted.length === 0) return 0;
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below]!;
    return low + (place - below) * ((sorted[below + 1] ?? low) - low);
  };
  const sum = sorted.reduce((total, value) => total + value, 0);
  return { mean: sorted.length === 0 ? 0 : sum / sorted.length, p50: at(0.5), p99: at(0.99) };
};
