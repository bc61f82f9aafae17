/** Appends, events and ids for the store's tests, in as few words as the tests need. */
import {
  CommandId,
  type ContentHash,
  type InterviewEvent,
  InterviewId,
  LOG_SCHEMA,
  type StoredEvent,
} from '@dryrun/domain';
import type { Append, Appended, EventStore, Summary } from '../event-store.ts';

export const one = InterviewId.parse('interview-one');
export const two = InterviewId.parse('interview-two');
export const START = Date.UTC(2026, 10, 20, 9);

export const summary: Summary = {
  system: 'ad-click-prediction',
  title: 'Predict which advertisement is clicked',
  level: 'L5',
  format: 'classic-60',
  status: 'running',
  startedAt: START,
};

export const spoke = (text: string, turn = 0): InterviewEvent => ({
  type: 'CandidateSpoke',
  turn,
  text,
  channel: 'typed',
});

export const opened = (content: ContentHash): InterviewEvent => ({
  type: 'InterviewOpened',
  content,
  terms: {
    system: 'ad-click-prediction',
    level: 'L5',
    format: 'classic-60',
    mode: 'real',
    persona: 'neutral',
    focus: [],
    pace: 1,
    seed: 7,
  },
  plan: {
    title: 'Predict which advertisement is clicked',
    formatTitle: 'Classic, 60 minutes',
    phases: [{ id: 'clarify', title: 'Clarify', budgetMs: 300_000, exchanges: 4 }],
    patienceMs: [45_000],
  },
});

export const debriefRead = (debrief: ContentHash): InterviewEvent => ({
  type: 'DebriefRead',
  debrief,
  make: { kind: 'built-in', version: '1' },
});

export const runRead = (run: ContentHash): InterviewEvent => ({
  type: 'RunRead',
  run,
  make: { kind: 'built-in', version: '1' },
  load: 1,
});

let commands = 0;

/** An append of one thing said, by a command of its own, unless it is told otherwise. */
export const append = (
  interview: InterviewId,
  expected: number,
  given: Partial<Omit<Append, 'command'>> & { readonly command?: string } = {},
): Append => {
  commands += 1;
  return {
    interview,
    expected,
    at: START + expected,
    events: [spoke(`after version ${expected}`, expected)],
    wakeAt: null,
    summary,
    ...given,
    command: CommandId.parse(given.command ?? `command-${commands}`),
  };
};

/** As an application does it: decide again on what is there now, until it is taken. */
export const appendUntilTaken = async (store: EventStore, request: Append): Promise<Appended> => {
  for (let expected = request.expected; ; ) {
    const answer = await store.append({ ...request, expected });
    if (answer.kind !== 'conflict') return answer;
    expected = answer.actual;
  }
};

export const stream = (interview: InterviewId, events: readonly InterviewEvent[]): readonly StoredEvent[] =>
  events.map((event, index) => ({
    interview,
    version: index + 1,
    at: START + index,
    command: CommandId.parse(`brought-${Math.floor(index / 2)}`),
    schema: LOG_SCHEMA,
    event,
  }));

export const versionsOf = (events: readonly StoredEvent[]): readonly number[] =>
  events.map((event) => event.version);

export const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits for what another connection brings about; a test that waits in vain says what for. */
export const eventually = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`Expected within ${withinMs} ms: ${what}.`);
    await sleep(5);
  }
};
