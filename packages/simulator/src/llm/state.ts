/**
 * Everything that changes in a server: its requests, as typed arrays by slot; who waits, as a linked list; who runs, in the
 * order in which they came in; and the blocks that are left.
 *
 *     known    = prompt + emitted       tokens of which keys and values are or will be needed
 *     computed                          of them, those that are there; while it is less, the request is being read
 *
 * A request reads until computed = known, and the step in which it gets there gives its next token.
 */
import type { LlmServer } from './server.ts';

export type LlmState = {
  readonly server: LlmServer;
  room: number;
  free: Int32Array;
  freeCount: number;

  // By slot.
  handle: Int32Array;
  prompt: Int32Array;
  output: Int32Array;
  /** Of the prompt, what was there before it came. */
  cached: Int32Array;
  computed: Int32Array;
  emitted: Int32Array;
  /** Parts of a token owed, while guesses come right only on average. */
  owed: Float64Array;
  blocks: Int32Array;
  /** In this step. */
  scheduled: Int32Array;
  offeredAt: Float64Array;
  next: Int32Array;

  waitingHead: number;
  waitingTail: number;
  waitingCount: number;
  /** Slots, by the order of admission; the last is the first to be pre-empted. */
  readonly running: Int32Array;
  runningCount: number;
  /** Of those that run, how many have finished: their seats are given back one step later. */
  leavingCount: number;
  freeBlocks: number;
  /** When the last step began: what is known to whoever puts the next one together. */
  lastStartS: number;

  /** Of the last step: handles of those that got their first token, and of those that got their last. */
  readonly first: Int32Array;
  firstCount: number;
  readonly finished: Int32Array;
  finishedCount: number;

  // Of the batch that runs.
  readonly batch: Batch;
  readonly totals: Totals;
};

export type Batch = {
  /** All that go through the matrices, and of them those of requests being read. */
  tokens: number;
  readTokens: number;
  /** Tokens after which the next one is asked for: one of each request that gets one, and one of each guess. */
  sampled: number;
  decoding: number;
  /** Keys and values looked at by those that decode, in tokens: in layers that see everything, and in windows. */
  context: number;
  windowContext: number;
  /** Pairs of a token and one before it, of those being read; likewise. */
  pairs: number;
  windowPairs: number;
  /** Tokens of which those being read have keys and values behind them already. */
  readContext: number;
};

export type Totals = {
  steps: number;
  busyS: number;
  /** Read: of prompts, and of answers once more after a pre-emption. */
  tokensRead: number;
  tokensOut: number;
  preemptions: number;
  /** Computed before a pre-emption, and to be computed again. */
  tokensLost: number;
  /** Block-seconds held, for the mean share in use. */
  blockS: number;
};

const ROOM = 256;

export const newLlm = (server: LlmServer): LlmState => ({
  server,
  room: ROOM,
  free: Int32Array.from({ length: ROOM }, (_, index) => ROOM - 1 - index),
  freeCount: ROOM,
  handle: new Int32Array(ROOM),
  prompt: new Int32Array(ROOM),
  output: new Int32Array(ROOM),
  cached: new Int32Array(ROOM),
  computed: new Int32Array(ROOM),
  emitted: new Int32Array(ROOM),
  owed: new Float64Array(ROOM),
  blocks: new Int32Array(ROOM),
  scheduled: new Int32Array(ROOM),
  offeredAt: new Float64Array(ROOM),
  next: new Int32Array(ROOM),
  waitingHead: -1,
  waitingTail: -1,
  waitingCount: 0,
  running: new Int32Array(server.maxSequences),
  runningCount: 0,
  leavingCount: 0,
  freeBlocks: server.blocks,
  lastStartS: -Infinity,
  first: new Int32Array(server.maxSequences),
  firstCount: 0,
  finished: new Int32Array(server.maxSequences),
  finishedCount: 0,
  batch: {
    tokens: 0,
    readTokens: 0,
    sampled: 0,
    decoding: 0,
    context: 0,
    windowContext: 0,
    pairs: 0,
    windowPairs: 0,
    readContext: 0,
  },
  totals: {
    steps: 0,
    busyS: 0,
    tokensRead: 0,
    tokensOut: 0,
    preemptions: 0,
    tokensLost: 0,
    blockS: 0,
  },
});

/** Whether a request could ever run: all of it at once must fit. */
export const fits = (server: LlmServer, promptTokens: number, outputTokens: number): boolean =>
  blocksFor(server, promptTokens + outputTokens) <= server.blocks;

/** That so many tokens of one request take. */
export const blocksFor = ({ blockTokens, shape, windowShare }: LlmServer, tokens: number): number =>
  Math.ceil(tokens / blockTokens) +
  (shape.window ? Math.ceil((Math.min(tokens, shape.window.tokens) * windowShare) / blockTokens) : 0);

/**
 * Joins the waiting queue. The handle is the caller's; it comes back in `first` and `finished`. False, and nothing is
 * kept, where it could never run.
 */
export const offer = (
  state: LlmState,
  handle: number,
  nowS: number,
  promptTokens: number,
  outputTokens: number,
  cachedTokens: number,
): boolean => {
  if (promptTokens < 1 || outputTokens < 1 || !fits(state.server, promptTokens, outputTokens)) return false;
  if (state.freeCount === 0) grow(state);
  const slot = state.free[--state.freeCount]!;
  const hit = Math.max(cachedTokens, promptTokens * state.server.prefixHit);
  state.handle[slot] = handle;
  state.prompt[slot] = promptTokens;
  state.output[slot] = outputTokens;
  // Only whole blocks are found again, and the last token is always read: it gives the first one of the answer.
  state.cached[slot] =
    Math.floor(Math.min(hit, promptTokens - 1) / state.server.blockTokens) * state.server.blockTokens;
  state.computed[slot] = 0;
  state.emitted[slot] = 0;
  state.owed[slot] = 0;
  state.blocks[slot] = 0;
  state.scheduled[slot] = 0;
  state.offeredAt[slot] = nowS;
  state.next[slot] = -1;
  if (state.waitingTail < 0) state.waitingHead = slot;
  else state.next[state.waitingTail] = slot;
  state.waitingTail = slot;
  state.waitingCount++;
  return true;
};

/** Nobody waits and nobody runs: there is no step to take. */
export const isIdle = (state: LlmState): boolean =>
  state.waitingCount === 0 && state.runningCount === state.leavingCount;

const grow = (state: LlmState): void => {
  const before = state.room;
  const room = before * 2;
  const wider = (array: Int32Array): Int32Array => {
    const grown = new Int32Array(room);
    grown.set(array);
    return grown;
  };
  const widerFloats = (array: Float64Array): Float64Array => {
    const grown = new Float64Array(room);
    grown.set(array);
    return grown;
  };
  state.handle = wider(state.handle);
  state.prompt = wider(state.prompt);
  state.output = wider(state.output);
  state.cached = wider(state.cached);
  state.computed = wider(state.computed);
  state.emitted = wider(state.emitted);
  state.blocks = wider(state.blocks);
  state.scheduled = wider(state.scheduled);
  state.next = wider(state.next);
  state.owed = widerFloats(state.owed);
  state.offeredAt = widerFloats(state.offeredAt);
  state.free = wider(state.free);
  for (let slot = room - 1; slot >= before; slot--) state.free[state.freeCount++] = slot;
  state.room = room;
};
