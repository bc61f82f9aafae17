/**
 * Random histories against a model that is simple enough to be believed: a map of arrays. The store must give every
 * answer the model gives, and hold what the model holds at the end. The seed is fixed; a failure prints its history.
 */
import { CommandId, type ContentHash, InterviewId } from '@dryrun/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Appended, EventStore } from '../event-store.ts';
import { hashOf } from '../stored-text.ts';
import type { Subject } from './subject.ts';
import { append, debriefRead, spoke, stream, summary } from './given.ts';

const ids = ['model-a', 'model-b', 'model-c'].map((id) => InterviewId.parse(id));
const texts = ['one text', 'another text'];
/** Counts the histories: contents that nobody came to hold stay, and must not be there before the next one begins. */
let played = 0;
const textOf = (name: string) => `${name}, history ${played}`;

const interview = fc.constantFrom(...ids);
const text = fc.constantFrom(...texts);
const operation = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('append' as const),
      interview,
      /** Mostly the present version, sometimes beside it. */
      beside: fc.constantFrom(0, 0, 0, 0, -1, 1),
      command: fc.integer({ min: 0, max: 9 }),
      says: fc.array(fc.string(), { maxLength: 3 }),
      reads: fc.option(text, { nil: undefined }),
      wakeAt: fc.option(fc.nat(20), { nil: null }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('adopt' as const),
      interview,
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), interview }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('put' as const), text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('due' as const), at: fc.nat(20) }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer Of> ? Of : never;

type Modelled = {
  events: string[];
  commands: Map<string, { from: number; to: number }>;
  held: Set<ContentHash>;
  wakeAt: number | null;
};
type Model = {
  interviews: Map<InterviewId, Modelled>;
  contents: Map<ContentHash, string>;
  put: Map<ContentHash, string>;
};

export const modelRules = ({ store, histories }: Subject): void => {
  it('ST19 answers and holds what a simple model does, in any history', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 60, size: 'max' }), async (history) => {
        const model: Model = { interviews: new Map(), contents: new Map(), put: new Map() };
        played += 1;
        for (const id of ids) await store().delete(id);
        for (const step of history) await apply(store(), model, step);
        await compare(store(), model);
      }),
      { numRuns: histories, seed: 20_261_120 },
    );
  });
};

const apply = async (store: EventStore, model: Model, step: Operation): Promise<void> => {
  switch (step.do) {
    case 'put': {
      const put = textOf(step.text);
      const hash = hashOf(put);
      expect(await store.putContent(put)).toBe(hash);
      model.contents.set(hash, put);
      model.put.set(hash, put);
      return;
    }
    case 'due': {
      const asleep = [...model.interviews].filter(([, { wakeAt }]) => wakeAt !== null);
      const found = await store.due(step.at);
      expect([...found.now].sort()).toEqual(
        asleep
          .filter(([, m]) => (m.wakeAt ?? 0) <= step.at)
          .map(([id]) => id)
          .sort(),
      );
      const later = asleep.map(([, m]) => m.wakeAt ?? 0).filter((wakeAt) => wakeAt > step.at);
      expect(found.next).toBe(later.length === 0 ? null : Math.min(...later));
      return;
    }
    case 'delete': {
      const gone = model.interviews.get(step.interview);
      expect(await store.delete(step.interview)).toBe(gone !== undefined);
      model.interviews.delete(step.interview);
      const held = new Set([...model.interviews.values()].flatMap((other) => [...other.held]));
      // What was put again and not named since is somebody's who is about to open an interview.
      for (const hash of gone?.held ?? [])
        if (!held.has(hash) && !model.put.has(hash)) model.contents.delete(hash);
      return;
    }
    case 'adopt': {
      const brought = stream(
        step.interview,
        Array.from({ length: step.count }, (_, turn) => spoke('brought', turn)),
      );
      const before = model.interviews.get(step.interview);
      const answer = await store.adopt(brought, null, summary);
      if (before) return void expect(answer).toEqual({ kind: 'conflict', actual: before.events.length });
      const modelled: Modelled = { events: [], commands: new Map(), held: new Set(), wakeAt: null };
      for (const { version, command, event } of brought) {
        modelled.events.push(JSON.stringify(event));
        modelled.commands.set(command, {
          from: modelled.commands.get(command)?.from ?? version,
          to: version,
        });
      }
      model.interviews.set(step.interview, modelled);
      return void expect(answer).toEqual({ kind: 'appended', from: 1, to: step.count });
    }
    case 'append':
      return applyAppend(store, model, step);
  }
};

const applyAppend = async (
  store: EventStore,
  model: Model,
  step: Extract<Operation, { do: 'append' }>,
): Promise<void> => {
  const before = model.interviews.get(step.interview);
  const actual = before?.events.length ?? 0;
  const expected = Math.max(0, actual + step.beside);
  const hash = step.reads === undefined ? undefined : hashOf(textOf(step.reads));
  const events = [
    ...step.says.map((said, turn) => spoke(said || 'nothing', turn)),
    ...(hash ? [debriefRead(hash)] : []),
  ];
  const command = CommandId.parse(`model-${step.command}`);
  const answer = await store.append(
    append(step.interview, expected, { events, command, wakeAt: step.wakeAt }),
  );

  const applied = before?.commands.get(command);
  const forget = () => hash && model.put.delete(hash);
  const wanted = (kind: Appended['kind'], versions: object) => expect(answer).toEqual({ kind, ...versions });
  if (applied) {
    forget();
    return void wanted('applied-before', applied);
  }
  if (expected !== actual) return void wanted('conflict', { actual });
  const versions = { from: actual + 1, to: actual + events.length };
  wanted('appended', versions);
  if (versions.to === 0) return;
  const modelled: Modelled = before ?? { events: [], commands: new Map(), held: new Set(), wakeAt: null };
  model.interviews.set(step.interview, modelled);
  modelled.events.push(...events.map((event) => JSON.stringify(event)));
  modelled.commands.set(command, versions);
  modelled.wakeAt = step.wakeAt;
  if (hash) {
    modelled.held.add(hash);
    const put = model.put.get(hash);
    if (put !== undefined) model.contents.set(hash, put);
    forget();
  }
};

const compare = async (store: EventStore, model: Model): Promise<void> => {
  for (const id of ids) {
    const events = await store.read(id);
    expect(events.map(({ event }) => JSON.stringify(event))).toEqual(model.interviews.get(id)?.events ?? []);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
  }
  const listed = (await store.list()).map(({ interview: id, version, wakeAt }) => [id, version, wakeAt]);
  expect(listed).toEqual(
    ids.flatMap((id) => {
      const modelled = model.interviews.get(id);
      return modelled ? [[id, modelled.events.length, modelled.wakeAt]] : [];
    }),
  );
  for (const hash of texts.map(textOf).map(hashOf))
    expect(await store.getContent(hash)).toBe(model.contents.get(hash));
};
