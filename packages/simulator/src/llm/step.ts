/**
 * One step of a server with continuous batching, in the order of vLLM V1: those that run go on first, then whoever waits
 * is let in while there are seats, tokens in the step's budget and blocks; long prompts are read in pieces. When a block
 * is missing, the one that came in last gives all of its own back and starts again from the front of the queue.
 *
 *     step(now) ─▶ seconds it takes; what it did (first tokens, finished) holds from now + seconds on
 *
 * While nothing but decoding happens, many steps are taken at once: their time is linear in the context, so the sum is a
 * formula. `horizonS` is the next instant at which something may come in from outside: no step begins after it.
 */
import { blocksFor, isIdle } from './state.ts';
import type { LlmState } from './state.ts';
import { stepSeconds } from './step-time.ts';

/** An idle server only takes back what the last ones held, in no time. */
export const step = (state: LlmState, nowS: number, horizonS = Infinity): number => {
  const { server, totals } = state;
  state.firstCount = 0;
  state.finishedCount = 0;
  const alone = state.runningCount === state.leavingCount;
  if (alone || !server.asynchronous) release(state);
  const preempted = goOn(state, plan(state));
  const held = preempted
    ? HELD_BY_TURN
    : letIn(state, alone || !server.asynchronous ? Infinity : state.lastStartS);
  const room = state.leavingCount > 0;
  release(state);
  // Pre-empted by those that were leaving: with their blocks back, it goes on.
  if (state.batch.tokens === 0) return isIdle(state) ? 0 : step(state, nowS, horizonS);
  const steps = stepsAhead(state, room && held === HELD_BY_ROOM ? HELD_BY_TURN : held);
  let tookS = stepSeconds(server, state.batch);
  let taken = 1;
  if (steps > 1) {
    taken = within(state, steps, tookS, horizonS - nowS);
    tookS = sumOf(state, taken, tookS);
  }
  state.lastStartS = taken === 1 ? nowS : nowS + sumOf(state, taken - 1, stepSeconds(server, state.batch));
  totals.steps += taken;
  totals.busyS += tookS;
  totals.blockS += (server.blocks - state.freeBlocks) * tookS;
  advance(state, taken);
  return tookS;
};

/** Whoever finished in the step before gives seat and blocks back. */
const release = (state: LlmState): void => {
  if (state.leavingCount === 0) return;
  let kept = 0;
  for (let index = 0; index < state.runningCount; index++) {
    const slot = state.running[index]!;
    if (state.emitted[slot]! < state.output[slot]!) state.running[kept++] = slot;
    else {
      state.freeBlocks += state.blocks[slot]!;
      state.free[state.freeCount++] = slot;
    }
  }
  state.runningCount = kept;
  state.leavingCount = 0;
};

/** An empty batch; the step's budget of tokens. */
const plan = ({ batch, server }: LlmState): number => {
  batch.tokens = 0;
  batch.readTokens = 0;
  batch.sampled = 0;
  batch.decoding = 0;
  batch.context = 0;
  batch.windowContext = 0;
  batch.pairs = 0;
  batch.windowPairs = 0;
  batch.readContext = 0;
  return server.stepTokens;
};

/** Those that run. True where somebody had to be pre-empted: nobody new is let in then. */
const goOn = (state: LlmState, budget: number): boolean => {
  let preempted = false;
  for (let index = 0; index < state.runningCount; index++) {
    const slot = state.running[index]!;
    state.scheduled[slot] = 0;
    const left = state.output[slot]! - state.emitted[slot]!;
    if (left <= 0 || budget <= 0) continue;
    const tokens = Math.min(wanted(state, slot), budget);
    while (!reserve(state, slot, tokens)) {
      preempted = true;
      if (preemptLast(state) === slot) break;
    }
    if (state.running[index] !== slot || index >= state.runningCount) break;
    schedule(state, slot, tokens);
    budget -= tokens;
  }
  state.batch.tokens = state.server.stepTokens - budget;
  return preempted;
};

/** Tokens a request would like to have computed: what it has not read yet, or its next ones as it guesses them. */
const wanted = (state: LlmState, slot: number): number => {
  const behind = state.prompt[slot]! + state.emitted[slot]! - state.computed[slot]!;
  const { speculation } = state.server;
  if (behind > 1 || !speculation || state.emitted[slot] === 0) return behind;
  return Math.min(1 + speculation.tokens, state.output[slot]! - state.emitted[slot]!);
};

const reserve = (state: LlmState, slot: number, tokens: number): boolean => {
  const needed =
    blocksFor(state.server, state.computed[slot]! + tokens) -
    blocksFor(state.server, state.cached[slot]!) -
    state.blocks[slot]!;
  if (needed <= 0) return true;
  if (needed > state.freeBlocks) return false;
  state.freeBlocks -= needed;
  state.blocks[slot]! += needed;
  return true;
};

/** The last one that runs and is not done gives its blocks back and waits again, before all others. */
const preemptLast = (state: LlmState): number => {
  let index = state.runningCount - 1;
  while (state.emitted[state.running[index]!]! >= state.output[state.running[index]!]!) index--;
  const slot = state.running[index]!;
  state.running.copyWithin(index, index + 1, state.runningCount);
  state.runningCount--;
  state.freeBlocks += state.blocks[slot]!;
  state.blocks[slot] = 0;
  state.totals.preemptions++;
  state.totals.tokensLost += state.computed[slot]! - state.cached[slot]!;
  state.computed[slot] = 0;
  state.scheduled[slot] = 0;
  state.next[slot] = state.waitingHead;
  state.waitingHead = slot;
  if (state.waitingTail < 0) state.waitingTail = slot;
  state.waitingCount++;
  return slot;
};

const HELD_BY_NOTHING = 0;
/** By seats or blocks: it will not change before somebody finishes. */
const HELD_BY_ROOM = 1;
/** By the budget, or because it came too late for this step: it may well be let in in the next. */
const HELD_BY_TURN = 2;
type Held = typeof HELD_BY_NOTHING | typeof HELD_BY_ROOM | typeof HELD_BY_TURN;

/** Those that wait, first come first served. What held up the first that was not let in. */
const letIn = (state: LlmState, knownUntilS: number): Held => {
  const { server } = state;
  let budget = server.stepTokens - state.batch.tokens;
  let held: Held = HELD_BY_NOTHING;
  while (state.waitingHead >= 0) {
    const slot = state.waitingHead;
    const cached = state.cached[slot]!;
    const behind = state.prompt[slot]! + state.emitted[slot]! - cached;
    if (state.runningCount >= server.maxSequences) held = HELD_BY_ROOM;
    else if (budget <= 0 || state.offeredAt[slot]! > knownUntilS) held = HELD_BY_TURN;
    // Read whole, or not begun: alone it may be longer than the budget.
    else if (!server.chunkedPrefill && behind > budget && state.batch.tokens > 0) held = HELD_BY_TURN;
    // The whole of what it must read has to find room, so that it is not pre-empted half read.
    else if (blocksFor(server, cached + secured(state, slot)) - blocksFor(server, cached) > state.freeBlocks)
      held = HELD_BY_ROOM;
    if (held !== HELD_BY_NOTHING) return held;
    const tokens = server.chunkedPrefill ? Math.min(behind, budget) : behind;
    state.computed[slot] = cached;
    reserve(state, slot, server.reserve === 'answer' ? secured(state, slot) : tokens);
    state.waitingHead = state.next[slot]!;
    if (state.waitingHead < 0) state.waitingTail = -1;
    state.next[slot] = -1;
    state.waitingCount--;
    state.running[state.runningCount++] = slot;
    schedule(state, slot, tokens);
    budget -= tokens;
    state.batch.tokens += tokens;
  }
  return held;
};

/** Tokens for which there must be room before a request is let in. */
const secured = (state: LlmState, slot: number): number =>
  state.prompt[slot]! -
  state.cached[slot]! +
  (state.server.reserve === 'answer' ? state.output[slot]! : state.emitted[slot]!);

/** Puts a request's tokens into the batch. */
const schedule = (state: LlmState, slot: number, tokens: number): void => {
  const { batch, server } = state;
  const before = state.computed[slot]!;
  const known = state.prompt[slot]! + state.emitted[slot]!;
  const window = server.shape.window?.tokens ?? Infinity;
  state.scheduled[slot] = tokens;
  if (before === known - 1 && state.emitted[slot]! > 0) {
    batch.sampled += tokens;
    batch.decoding++;
    batch.context += known;
    batch.windowContext += Math.min(known, window);
    return;
  }
  if (before + tokens >= known) batch.sampled++;
  batch.readTokens += tokens;
  batch.readContext += before;
  batch.pairs += tokens * before + (tokens * (tokens + 1)) / 2;
  batch.windowPairs += Math.min(tokens * before + (tokens * (tokens + 1)) / 2, tokens * window);
};

/** How many steps like this one follow each other before one of those that run finishes or needs a block too many. */
const stepsAhead = (state: LlmState, held: Held): number => {
  const { batch, server } = state;
  if (held === HELD_BY_TURN || server.speculation || server.shape.window) return 1;
  if (batch.decoding === 0 || batch.readTokens > 0 || batch.decoding < state.runningCount) return 1;
  let least =
    server.reserve === 'answer'
      ? Infinity
      : Math.max(1, Math.floor(state.freeBlocks / state.runningCount) * server.blockTokens);
  for (let index = 0; index < state.runningCount; index++) {
    const slot = state.running[index]!;
    least = Math.min(least, state.output[slot]! - state.emitted[slot]!);
  }
  return least;
};

/** Of so many steps, those that begin before the horizon; at least one. */
const within = (state: LlmState, steps: number, firstS: number, awayS: number): number => {
  if (sumOf(state, steps - 1, firstS) < awayS) return steps;
  let few = 1;
  let many = steps;
  while (few < many) {
    const middle = few + Math.floor((many - few) / 2);
    if (sumOf(state, middle, firstS) < awayS) few = middle + 1;
    else many = middle;
  }
  return few;
};

/** Seconds of so many steps, each with one token more of context for everybody: an arithmetic series. */
const sumOf = ({ batch, server }: LlmState, steps: number, firstS: number): number => {
  if (steps === 1) return firstS;
  if (steps === 0) return 0;
  const more = (steps - 1) * batch.decoding;
  batch.context += more;
  batch.windowContext += more;
  const lastS = stepSeconds(server, batch);
  batch.context -= more;
  batch.windowContext -= more;
  return (steps * (firstS + lastS)) / 2;
};

/** What the step, or so many of them, gave. */
const advance = (state: LlmState, steps: number): void => {
  for (let index = 0; index < state.runningCount; index++) {
    const slot = state.running[index]!;
    const tokens = state.scheduled[slot]!;
    if (tokens === 0) continue;
    const known = state.prompt[slot]! + state.emitted[slot]!;
    const isDecoding = state.emitted[slot]! > 0 && state.computed[slot]! + 1 === known;
    if (!isDecoding) {
      state.computed[slot]! += tokens;
      state.totals.tokensRead += tokens;
      if (state.computed[slot]! < known) continue;
      if (state.emitted[slot] === 0) state.first[state.firstCount++] = state.handle[slot]!;
      give(state, slot, 1);
      continue;
    }
    const given = steps > 1 ? steps : guessed(state, slot);
    if (steps > 1) reserve(state, slot, steps);
    state.computed[slot]! += given;
    give(state, slot, given);
  }
};

/** Tokens that one step gives: one, and as many guesses as come right on average, whole ones as they add up. */
const guessed = (state: LlmState, slot: number): number => {
  const { speculation } = state.server;
  if (!speculation) return 1;
  const most = Math.min(state.scheduled[slot]!, state.output[slot]! - state.emitted[slot]!);
  const owed = state.owed[slot]! + expectedTokens(speculation.acceptance, speculation.tokens);
  const given = Math.min(most, Math.max(1, Math.floor(owed)));
  state.owed[slot] = owed - given;
  return given;
};

/** Of a step with so many guesses, each right with a chance a once those before it are: (1 − a^(k+1)) / (1 − a). */
export const expectedTokens = (acceptance: number, tokens: number): number => {
  let sum = 1;
  let product = 1;
  for (let guess = 0; guess < tokens; guess++) {
    product *= acceptance;
    sum += product;
  }
  return sum;
};

const give = (state: LlmState, slot: number, tokens: number): void => {
  state.emitted[slot]! += tokens;
  state.totals.tokensOut += tokens;
  if (state.emitted[slot]! < state.output[slot]!) return;
  state.finished[state.finishedCount++] = state.handle[slot]!;
  state.leavingCount++;
};
