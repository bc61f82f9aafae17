/**
 * Drives a server alone, without the event engine: requests that come at given instants, or clients of which each sends
 * its next one when it has its answer.
 */
import { fits, isIdle, newLlm, offer } from './state.ts';
import type { LlmState } from './state.ts';
import { step } from './step.ts';
import type { LlmServer } from './server.ts';

export type LlmRequest = {
  readonly arrivalS: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  readonly cachedTokens?: number;
};

/** When each request came, got its first token and its last; by its place in the list. */
export type LlmRun = {
  readonly arrivalS: Float64Array;
  readonly firstS: Float64Array;
  readonly lastS: Float64Array;
  readonly outputTokens: Int32Array;
  readonly state: LlmState;
  readonly endS: number;
};

/** The first of the requests that could never run on this server, however empty it is. */
export const tooLongFor = (
  server: LlmServer,
  requests: readonly Omit<LlmRequest, 'arrivalS'>[],
): Omit<LlmRequest, 'arrivalS'> | undefined =>
  requests.find(({ promptTokens, outputTokens }) => !fits(server, promptTokens, outputTokens));

/** Requests in any order, each of which fits. */
export const replay = (server: LlmServer, requests: readonly LlmRequest[]): LlmRun => {
  const state = newLlm(server);
  const order = requests
    .map((_, index) => index)
    .sort((a, b) => requests[a]!.arrivalS - requests[b]!.arrivalS);
  const run = {
    arrivalS: Float64Array.from(requests, ({ arrivalS }) => arrivalS),
    firstS: new Float64Array(requests.length),
    lastS: new Float64Array(requests.length),
    outputTokens: Int32Array.from(requests, ({ outputTokens }) => outputTokens),
    state,
  };
  let nowS = 0;
  let come = 0;
  while (come < order.length || !isIdle(state)) {
    if (isIdle(state)) nowS = Math.max(nowS, run.arrivalS[order[come]!]!);
    while (come < order.length && run.arrivalS[order[come]!]! <= nowS) {
      const index = order[come++]!;
      const { arrivalS, promptTokens, outputTokens, cachedTokens = 0 } = requests[index]!;
      offer(state, index, arrivalS, promptTokens, outputTokens, cachedTokens);
    }
    nowS += step(state, nowS, come < order.length ? run.arrivalS[order[come]!]! : Infinity);
    for (let place = 0; place < state.firstCount; place++) run.firstS[state.first[place]!] = nowS;
    for (let place = 0; place < state.finishedCount; place++) run.lastS[state.finished[place]!] = nowS;
  }
  return { ...run, endS: nowS };
};

/** So many clients, each of which sends its next request when it has the whole answer to the last, until all were sent. */
export const closedLoop = (
  server: LlmServer,
  clients: number,
  requests: readonly Omit<LlmRequest, 'arrivalS'>[],
): LlmRun => {
  const state = newLlm(server);
  const run = {
    arrivalS: new Float64Array(requests.length),
    firstS: new Float64Array(requests.length),
    lastS: new Float64Array(requests.length),
    outputTokens: Int32Array.from(requests, ({ outputTokens }) => outputTokens),
    state,
  };
  let nowS = 0;
  let sent = 0;
  const send = () => {
    const request = requests[sent];
    if (!request) return;
    run.arrivalS[sent] = nowS;
    offer(state, sent++, nowS, request.promptTokens, request.outputTokens, request.cachedTokens ?? 0);
  };
  for (let client = 0; client < clients; client++) send();
  while (!isIdle(state)) {
    nowS += step(state, nowS);
    for (let place = 0; place < state.firstCount; place++) run.firstS[state.first[place]!] = nowS;
    for (let place = 0; place < state.finishedCount; place++) {
      run.lastS[state.finished[place]!] = nowS;
      send();
    }
  }
  return { ...run, endS: nowS };
};
