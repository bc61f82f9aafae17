/**
 * Stations that work on many at once, in closed form.
 *
 *     batches    Inoue's bound for a server that takes all who wait (Performance Evaluation 147, 2021); the size of a batch
 *                and the wait for its first member come on top
 *     steps      a fixed point: a step of B requests takes t(B), and in t as many tokens are given as B = λ · tokens · t asks for
 */
import type { LlmServer } from '../llm/server.ts';
import type { Batch } from '../llm/state.ts';
import { stepSeconds } from '../llm/step-time.ts';
import type { Batches, Node, Service, WorkClass } from '../model.ts';
import { gamma, NOTHING } from './spread.ts';
import type { ClassLoad, ClassStation, StationLoad } from './load.ts';

/** `replicas` share the load evenly. */
export const togetherOf = (node: Node, loads: readonly ClassLoad[], replicas: number): StationLoad => {
  const total = loads.reduce((sum, { lambda }) => sum + lambda, 0);
  const { work } = node;
  if (work?.how === 'batches') return batchesOf(node, work, loads, total, replicas);
  return work?.how === 'steps' ? stepsOf(node, work.server, loads, total, replicas) : idle(loads);
};

const idle = (loads: readonly ClassLoad[]): StationLoad => ({
  offered: 0,
  capacity: Infinity,
  classes: loads.map(() => ({ sojourn: NOTHING, waitS: 0, stable: true, refused: 0, served: 1 })),
  notes: [],
});

/** Of one server that takes all who wait, E[response] ≤ this; a batch of b takes `fixedS + b × eachS`. */
export const takeAllTime = (lambda: number, eachS: number, fixedS: number): number => {
  const load = lambda * eachS;
  const first =
    ((eachS + fixedS) / (2 * (1 - load))) * (1 + 2 * lambda * fixedS + (1 - lambda * fixedS) / (1 + load));
  const second = (1.5 * fixedS) / (1 - load) + ((eachS / 2) * (load + 2)) / (1 - load * load);
  return Math.min(first, second);
};

const batchesOf = (
  { id, servers, service }: Node,
  { most, waitS, fixedS, eachS }: Batches,
  loads: readonly ClassLoad[],
  total: number,
  replicas: number,
): StationLoad => {
  const fullS = fixedS + most * eachS;
  const each = fullS > 0 ? most / fullS : Infinity;
  const capacity = each * servers * replicas;
  const offered = capacity === Infinity ? 0 : total / capacity;
  const notes = [`${id}: its batches are approximated (Inoue’s bound).`];
  if (offered >= 1 - 1e-9)
    return {
      offered: Math.min(offered, 1e12),
      capacity,
      classes: loads.map(() => ({
        sojourn: NOTHING,
        waitS: 0,
        stable: false,
        refused: 0,
        served: 1 / offered,
      })),
      notes,
    };
  const lambda = total / (servers * replicas);
  const size = Math.min(most, Math.max(1, (lambda * fixedS) / Math.max(1e-9, 1 - lambda * eachS)));
  const inBatchS = fixedS + size * eachS;
  // What full batches leave behind, as M/D/1 with a batch for a customer has it, the more the fuller they are.
  const overflowS = ((size / most) * offered * fullS) / (2 * most * (1 - offered));
  const gatheredS = (1 - offered) * waitS * (1 - Math.min(1, (lambda * waitS) / most) / 2);
  const sojournS = takeAllTime(lambda, eachS, fixedS) + overflowS + gatheredS;
  const one: ClassStation = {
    sojourn: gamma(sojournS, Math.max(0.1, service.cv2 * 0.5)),
    waitS: Math.max(0, sojournS - inBatchS),
    stable: true,
    refused: 0,
    served: 1,
  };
  return { offered, capacity, classes: loads.map(() => one), notes };
};

type Lengths = {
  readonly prompt: number;
  readonly unread: number;
  readonly answer: number;
  readonly answerCv2: number;
};

/** A batch in the middle of a run: so many decode, and so many tokens of prompts are read beside them. */
const batchOf = (lengths: Lengths, decoding: number, read: number): Batch => ({
  tokens: decoding + read,
  readTokens: read,
  sampled: decoding + read / Math.max(1, lengths.unread),
  decoding,
  // Long answers are met more often in the middle: half of them is half of E[answer²] / E[answer].
  context: decoding * (lengths.prompt + (lengths.answer * (1 + lengths.answerCv2)) / 2),
  windowContext: 0,
  pairs: (read * lengths.unread) / 2,
  windowPairs: 0,
  readContext: (read / Math.max(1, lengths.unread)) * (lengths.prompt - lengths.unread / 2),
});

/**
 * Requests a second that one server can do. With all seats taken each step gives a token to every seat and reads the
 * prompts of those who take the seats that fall free; where that is more than a step may read, reading is the limit.
 */
const stepsCapacity = (server: LlmServer, lengths: Lengths, seats: number): number => {
  const renewed = Math.min(seats / lengths.answer, server.stepTokens / Math.max(1e-9, lengths.unread));
  return renewed / stepSeconds(server, batchOf(lengths, renewed * lengths.answer, renewed * lengths.unread));
};

/** Some steps read a prompt or several, and the others only decode: how long one takes on average, and one that reads. */
const stepAt = (server: LlmServer, lengths: Lengths, lambda: number, decoding: number) => {
  const plainS = stepSeconds(server, batchOf(lengths, decoding, 0));
  const most = Math.max(1, server.stepTokens / Math.max(1, lengths.unread));
  const readingOf = (prompts: number) =>
    stepSeconds(server, batchOf(lengths, decoding, Math.min(server.stepTokens, prompts * lengths.unread)));
  let prompts = Math.min(1, most);
  for (let round = 0; round < 20; round++) prompts = Math.min(most, Math.max(1, lambda * readingOf(prompts)));
  const readingS = readingOf(prompts);
  const pieces = Math.max(1, lengths.unread / server.stepTokens);
  const reading = (lambda * pieces) / prompts;
  const meanS = reading * readingS >= 1 ? readingS : 1 / (reading + (1 - reading * readingS) / plainS);
  return { meanS, readingS, pieces };
};

/**
 * What a closed loop sees of such a station, which knows servers and services only: seats, and how long one is taken with
 * as many decoding as there are clients; or of a full batch one's part.
 */
export const nominal = (node: Node, classes: readonly WorkClass[]): Node => {
  const { work } = node;
  if (work?.how === 'batches')
    return { ...node, service: exponential((work.fixedS + work.most * work.eachS) / work.most) };
  if (work?.how !== 'steps') return node;
  const closed = classes.filter(({ arrivals }) => arrivals.process === 'closed');
  const clients = closed.reduce(
    (sum, { arrivals }) => sum + (arrivals.process === 'closed' ? arrivals.clients : 0),
    0,
  );
  const lengths = lengthsOf(
    work.server,
    (of) => closed.reduce((sum, { tokens }) => sum + of(tokens), 0) / Math.max(1, closed.length),
  );
  const decoding = Math.min(node.servers, Math.max(1, clients / node.replicas));
  const each = decoding / lengths.answer;
  const meanS = stepSeconds(work.server, batchOf(lengths, decoding, each * lengths.unread));
  return { ...node, service: exponential(lengths.answer * meanS) };
};

const exponential = (meanS: number): Service => ({ shape: 'exponential', meanS, cv2: 1 });

const lengthsOf = (
  { prefixHit }: LlmServer,
  mean: (of: (tokens: WorkClass['tokens']) => number) => number,
): Lengths => {
  const prompt = mean((tokens) => tokens.prompt.mean);
  return {
    prompt,
    unread: prompt * (1 - prefixHit),
    answer: Math.max(
      1,
      mean((tokens) => tokens.answer.mean),
    ),
    answerCv2: mean((tokens) => tokens.answer.cv2),
  };
};

const ROUNDS = 200;

const stepsOf = (
  { id, servers: seats }: Node,
  server: LlmServer,
  loads: readonly ClassLoad[],
  total: number,
  replicas: number,
): StationLoad => {
  if (total <= 0) return idle(loads);
  const lengths = lengthsOf(
    server,
    (of) => loads.reduce((sum, { lambda, tokens }) => sum + lambda * of(tokens), 0) / total,
  );
  const capacity = stepsCapacity(server, lengths, seats) * replicas;
  const offered = total / capacity;
  const notes = [`${id}: its steps are computed for requests of the mean length.`];
  if (offered >= 1 - 1e-9)
    return {
      offered: Math.min(offered, 1e12),
      capacity,
      classes: loads.map(() => ({
        sojourn: NOTHING,
        waitS: 0,
        stable: false,
        refused: 0,
        served: 1 / offered,
      })),
      notes,
    };
  const lambda = total / replicas;
  let step = stepAt(server, lengths, lambda, 1);
  for (let round = 0; round < ROUNDS; round++) {
    const next = stepAt(
      server,
      lengths,
      lambda,
      Math.min(seats, Math.max(1, lambda * lengths.answer * step.meanS)),
    );
    const moved = Math.abs(next.meanS - step.meanS) > 1e-9 * next.meanS;
    step = next;
    if (!moved) break;
  }
  return {
    offered,
    capacity,
    classes: loads.map(({ tokens }) => {
      // Half a step until it is let in, as many as its prompt takes, and one for each further token.
      const waitS = step.meanS / 2 + step.pieces * step.readingS;
      const sojournS = waitS + (tokens.answer.mean - 1) * step.meanS;
      return { sojourn: gamma(sojournS, tokens.answer.cv2), waitS, stable: true, refused: 0, served: 1 };
    }),
    notes,
  };
};
