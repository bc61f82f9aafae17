/**
 * A recorded run beside a simulated one: the same requests at the same instants, and how far the times are apart. Beside
 * the errors stands how they would be if the card were a tenth faster or slower than its datasheet says, so that nobody
 * takes a lucky row for a good model.
 */
import { coursesOf, figuresOf, timesOf } from './figures.ts';
import type { Course, LlmFigures, LlmTimes } from './figures.ts';
import { replay, tooLongFor } from './replay.ts';
import type { LlmRequest } from './replay.ts';
import { llmServerOf } from './server.ts';
import type { LlmOptions, LlmRefusal, LlmServer } from './server.ts';

export type Recorded = LlmRequest & Course;

/** Relative: 0.05 is simulated five percent too long. */
export type LlmErrors = {
  readonly [measure in keyof LlmTimes]: { readonly mean: number; readonly p99: number };
};

export type RecordedComparison = {
  readonly server: LlmServer;
  readonly recorded: LlmTimes;
  readonly simulated: LlmFigures;
  readonly error: LlmErrors;
  readonly sensitivity: readonly { readonly change: string; readonly error: LlmErrors }[];
};

export const compareRecorded = (
  options: LlmOptions,
  requests: readonly Recorded[],
  dollarsPerCardHour: number,
): RecordedComparison | LlmRefusal => {
  const recorded = timesOf(requests);
  const server = llmServerOf(options);
  if ('refusal' in server) return server;
  const long = tooLongFor(server, requests);
  if (long)
    return {
      refusal: `Expected every request to fit into the ${server.blocks * server.blockTokens} tokens that there is room for; one has ${long.promptTokens} and ${long.outputTokens}.`,
    };
  const run = replay(server, requests);
  const errorFor = (changed: LlmServer) => errorsOf(timesOf(coursesOf(replay(changed, requests))), recorded);
  return {
    server,
    recorded,
    simulated: figuresOf(server, run, dollarsPerCardHour),
    error: errorsOf(timesOf(coursesOf(run)), recorded),
    sensitivity: [
      { change: 'bandwidth −10 %', error: errorFor(withBandwidth(server, 0.9)) },
      { change: 'bandwidth +10 %', error: errorFor(withBandwidth(server, 1.1)) },
      { change: 'FLOPs −10 %', error: errorFor(withArithmetic(server, 0.9)) },
      { change: 'FLOPs +10 %', error: errorFor(withArithmetic(server, 1.1)) },
      { change: 'overhead −50 %', error: errorFor(withOverhead(server, 0.5)) },
      { change: 'overhead +50 %', error: errorFor(withOverhead(server, 1.5)) },
    ],
  };
};

const withBandwidth = (server: LlmServer, factor: number): LlmServer => ({
  ...server,
  bandwidth: server.bandwidth * factor,
});

const withArithmetic = (server: LlmServer, factor: number): LlmServer => ({
  ...server,
  flops: server.flops * factor,
  flops16: server.flops16 * factor,
});

/** All that is fixed, however much a step has to do. */
const withOverhead = (server: LlmServer, factor: number): LlmServer => ({
  ...server,
  fixedS: server.fixedS * factor,
  physics: {
    ...server.physics,
    stepS: server.physics.stepS * factor,
    smallS: server.physics.smallS * factor,
    attentionS: server.physics.attentionS * factor,
  },
});

const errorsOf = (simulated: LlmTimes, recorded: LlmTimes): LlmErrors => ({
  ttftMs: errorOfSpread(simulated.ttftMs, recorded.ttftMs),
  tpotMs: errorOfSpread(simulated.tpotMs, recorded.tpotMs),
  e2eMs: errorOfSpread(simulated.e2eMs, recorded.e2eMs),
});

type Two = { readonly mean: number; readonly p99: number };

const errorOfSpread = (simulated: Two, recorded: Two): Two => ({
  mean: relative(simulated.mean, recorded.mean),
  p99: relative(simulated.p99, recorded.p99),
});

const relative = (value: number, truth: number): number =>
  truth === 0 ? (value === 0 ? 0 : Infinity) : value / truth - 1;
