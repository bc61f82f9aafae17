/**
 * What the writers that are killed write. Every append follows from the seed and its command's id alone, so that
 * whoever looks afterwards knows what must be there without having been told, and can send it again.
 */
import { CommandId, InterviewId, type InterviewEvent } from '@dryrun/domain';
import type { Append, EventStore } from '../event-store.ts';
import { hashOf } from '../stored-text.ts';
import { debriefRead, START, spoke, summary } from './given.ts';

export const STREAMS = 5;

/** The `nth` append to a stream of a round; `expected` is what the appends before it made. */
export type Place = {
  readonly round: number;
  readonly stream: number;
  readonly nth: number;
  readonly expected: number;
};

export const idOf = ({ round, stream, nth }: Place): string => `r${round}-s${stream}-n${nth}`;

export type Planned = {
  readonly request: Append;
  /** Put before the append that names it. */
  readonly content: string | undefined;
};

export const plan = (seed: number, place: Place): Planned => {
  const command = idOf(place);
  const random = randomOf(`${seed} ${command}`);
  const events: InterviewEvent[] = [];
  const count = random(10) === 0 ? 0 : 1 + random(6);
  // The first one begins the interview, so it cannot be one without events.
  for (let turn = 0; turn < Math.max(count, place.nth === 0 ? 1 : 0); turn += 1) {
    const longest = random(8) === 0 ? 20_000 : 300;
    events.push(spoke(`${command}, line ${turn}: ${'w'.repeat(random(longest))}`, turn));
  }
  const content = random(4) === 0 ? `content of ${command}: ${'c'.repeat(random(30_000))}` : undefined;
  if (content !== undefined) events.push(debriefRead(hashOf(content)));
  return {
    content,
    request: {
      interview: InterviewId.parse(`round-${place.round}-stream-${place.stream}`),
      expected: place.expected,
      command: CommandId.parse(command),
      at: START + place.nth,
      events,
      wakeAt: random(3) === 0 ? START + random(1_000) : null,
      summary,
    },
  };
};

/** Appends to all streams at once, one after the other in each, until it is killed or an append fails. */
export const burst = async (
  store: EventStore,
  seed: number,
  round: number,
  say: { readonly started: (place: Place) => void; readonly acknowledged: (place: Place) => void },
): Promise<void> => {
  const writeStream = async (stream: number) => {
    for (let nth = 0, expected = 0; ; nth += 1) {
      const place: Place = { round, stream, nth, expected };
      const { request, content } = plan(seed, place);
      say.started(place);
      if (content !== undefined) await store.putContent(content);
      const answer = await store.append(request);
      if (answer.kind !== 'appended')
        throw new Error(`${idOf(place)}: expected it to be appended, found ${answer.kind}.`);
      say.acknowledged(place);
      expected = answer.to;
    }
  };
  await Promise.all(Array.from({ length: STREAMS }, (_, stream) => writeStream(stream)));
};

/** Mulberry32 over a hash of the text: small, seeded, and good enough to pick sizes and moments. */
export const randomOf = (text: string): ((below: number) => number) => {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};
