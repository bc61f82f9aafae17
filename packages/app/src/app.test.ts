import { CommandId, InterviewId } from '@dryrun/domain';
import type { Finding, Hear } from '@dryrun/domain';
import type { Catalogue } from '@dryrun/content';
import { hashOf, openMemoryStore } from '@dryrun/store';
import type { EventStore } from '@dryrun/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import type { App, AppParts } from './app.ts';
import type { InterviewFile } from './transfer.ts';
import { realCatalogue } from './testing/catalogue.ts';
import { virtualWorld } from './testing/virtual-world.ts';

const wish = { system: 'llm-serving', level: 'L6', format: 'interview-45' } as const;
const say = (text = 'Who uses it?') => ({ type: 'Say', text, channel: 'typed' }) as const;
const MINUTE = 60_000;

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const setUp = async (
  makes: AppParts['makes'] = {},
  store: EventStore = openMemoryStore(),
  world = virtualWorld(),
) => {
  const faults: unknown[] = [];
  const app = createApp({ store, catalogue, world, makes, onFault: (fault) => faults.push(fault) });
  await app.start();
  return { app, store, world, faults };
};
const opened = async (app: App, command?: CommandId): Promise<InterviewId> => {
  const outcome = await app.open({ ...wish }, command);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  await app.settled();
  return outcome.value.interview;
};
const linesOf = async (app: App, interview: InterviewId) =>
  ((await app.view(interview))?.turns ?? []).filter(({ speaker }) => speaker === 'interviewer');

describe('an interview in the application', () => {
  it('opens with the interviewer’s first words', async () => {
    const { app } = await setUp();
    const interview = await opened(app);
    const lines = await linesOf(app, interview);
    expect(lines.map(({ move }) => move)).toEqual(['set-expectations', 'present-problem']);
    expect((await app.list())[0]).toMatchObject({
      interview,
      status: 'running',
      title: 'LLM serving at scale',
    });
  });

  it('refuses what the content does not have, and names the nearest', async () => {
    const { app } = await setUp();
    expect(await app.open({ ...wish, system: 'llm-servign' })).toMatchObject({
      done: false,
      refusal: { code: 'unknown-system', message: expect.stringContaining('“llm-serving”') },
    });
    expect(await app.open({ ...wish, format: 'interview-54' })).toMatchObject({
      refusal: { code: 'unknown-format' },
    });
    expect(await app.list()).toEqual([]);
  });

  it('answers what was said', async () => {
    const { app } = await setUp();
    const interview = await opened(app);
    await app.send(interview, say());
    await app.settled();
    expect(await linesOf(app, interview)).toHaveLength(3);
  });

  it('WB33 leaves the phase that was meant and no other: asked for again, the next one too', async () => {
    const { app } = await setUp();
    const interview = await opened(app);
    const phase = async () => (await app.view(interview))?.phase?.id;
    const first = await phase();
    const leave = (from: string | undefined) =>
      app.send(interview, { type: 'RequestNextPhase', ...(from === undefined ? {} : { phase: from }) });
    expect(await leave(first)).toMatchObject({ done: true });
    const second = await phase();
    expect(second).not.toBe(first);
    expect(await leave(first)).toMatchObject({
      refusal: { code: 'phase-over', message: expect.stringContaining('“high-level design”') },
    });
    expect(await phase()).toBe(second);
    expect(await leave(second)).toMatchObject({ done: true });
    expect(await leave(undefined)).toMatchObject({ done: true });
  });

  it('LOG3 applies a command once, however often it is sent', async () => {
    const { app, store } = await setUp();
    const first = CommandId.parse('open-1');
    const interview = await opened(app, first);
    expect(await opened(app, first)).toBe(interview);
    const command = CommandId.parse('say-1');
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => app.send(interview, say(), command)));
    await app.settled();
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    await app.send(interview, { type: 'End' });
    await app.settled();
    expect(await app.send(interview, say(), command)).toEqual(outcomes[0]);
    expect((await store.read(interview)).filter(({ event }) => event.type === 'CandidateSpoke')).toHaveLength(
      1,
    );
  });

  it('LOG5 decides again when another process came first', async () => {
    const store = openMemoryStore();
    const world = virtualWorld();
    const { app: here } = await setUp({}, store, world);
    const { app: there } = await setUp({}, store, world);
    const interview = await opened(here);
    const words = Array.from({ length: 12 }, (_, index) =>
      (index % 2 === 0 ? here : there).send(interview, say(`Word ${index}.`)),
    );
    expect((await Promise.all(words)).every(({ done }) => done)).toBe(true);
    await here.settled();
    await there.settled();
    const events = await store.read(interview);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ event }) => event.type === 'CandidateSpoke')).toHaveLength(12);
  });

  it('LOG9 takes up the work that a crash left undone', async () => {
    const store = openMemoryStore();
    const never: Hear = {
      make: { kind: 'llm', version: 'slow' },
      hear: () => new Promise<Finding[]>(() => {}),
    };
    const { app: crashed } = await setUp({ hear: never }, store);
    const interview = await opened(crashed);
    await crashed.send(interview, say());

    const { app: restarted } = await setUp({}, store);
    await restarted.view(interview);
    await restarted.settled();
    expect(await linesOf(restarted, interview)).toHaveLength(3);
  });

  it('lets the built-in make stand in for one that fails, and says so in the log', async () => {
    const broken: Hear = {
      make: { kind: 'llm', version: 'broken' },
      hear: () => {
        throw new Error('no such model');
      },
    };
    const { app, store } = await setUp({ hear: broken });
    const interview = await opened(app);
    await app.send(interview, say());
    await app.settled();
    const events = (await store.read(interview)).map(({ event }) => event);
    expect(events).toContainEqual({
      type: 'MakeReplaced',
      port: 'hear',
      turn: 2,
      wanted: broken.make,
      reason: 'it failed: no such model',
    });
    expect(await linesOf(app, interview)).toHaveLength(3);
  });
});

describe('time', () => {
  it('LOG11 wakes interviews when something is due', async () => {
    const { app, world, faults } = await setUp();
    const interview = await opened(app);
    await world.pass(46_000);
    expect((await linesOf(app, interview)).map(({ move }) => move).slice(2)).toEqual(['wait']);
    await world.pass(60 * MINUTE);
    expect((await app.view(interview))?.status).toBe('closed');
    expect(faults).toEqual([]);
    await app.stop();
  });

  it('LOG11 IN15 a restart finds its interviews, and the hours between are nobody’s', async () => {
    const store = openMemoryStore();
    const world = virtualWorld();
    const { app: before } = await setUp({}, store, world);
    const interview = await opened(before);
    world.jump(8 * 60 * MINUTE);
    const { app: after } = await setUp({}, store, world);
    expect((await after.view(interview))?.status).toBe('paused');
    await after.send(interview, { type: 'Resume' });
    await after.send(interview, say());
    await after.settled();
    const view = await after.view(interview);
    expect(view?.status).toBe('running');
    expect(view?.turns.at(-1)?.atMs).toBeLessThan(MINUTE);
  });
});

describe('following', () => {
  it('LOG14 yields what becomes visible, from any version on', async () => {
    const { app } = await setUp();
    const interview = await opened(app);
    const seen: number[] = [];
    const stop = new AbortController();
    const following = (async () => {
      for await (const event of app.follow(interview, 4, stop.signal)) {
        seen.push(event.version);
        if (event.type === 'closed') stop.abort();
      }
    })();
    await app.send(interview, say());
    await app.settled();
    await app.send(interview, { type: 'End' });
    await app.settled();
    await following;
    const all = await app.view(interview);
    expect(seen.at(-1)).toBe(all?.version);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(Math.min(...seen)).toBeGreaterThan(4);
  });
});

describe('forks, files and deletion', () => {
  const closed = async (app: App) => {
    const interview = await opened(app);
    await app.send(interview, say('We cache prefixes.'));
    await app.settled();
    await app.send(interview, { type: 'End' });
    await app.settled();
    return interview;
  };

  it('LOG12 forks into another interview and leaves the original alone', async () => {
    const { app, store, world } = await setUp();
    const interview = await closed(app);
    const before = await store.read(interview);
    world.jump(90 * MINUTE);
    const command = CommandId.parse('fork-1');
    const outcome = await app.fork(interview, 6, command);
    expect(await app.fork(interview, 6, command)).toEqual(outcome);
    if (!outcome.done) throw new Error(outcome.refusal.message);
    await app.send(outcome.value.interview, say('This time: who uses it?'));
    await app.settled();
    expect(await store.read(interview)).toEqual(before);
    const view = await app.view(outcome.value.interview);
    expect(view).toMatchObject({ status: 'running', forkedFrom: { interview, version: 6 } });
    expect(view?.turns.at(-2)?.text).toBe('This time: who uses it?');
    expect(view?.turns.at(-1)?.atMs).toBeLessThan(MINUTE);
    expect(await app.list()).toHaveLength(2);
  });

  it('LOG3 LOG12 refuses a fork under the id of another command', async () => {
    const { app } = await setUp();
    const interview = await opened(app, CommandId.parse('used'));
    expect(await app.fork(interview, 4, CommandId.parse('used'))).toMatchObject({
      refusal: { code: 'command-used' },
    });
  });

  it.each([0, 1.5, 999])('LOG12 refuses to branch from version %d', async (version) => {
    const { app } = await setUp();
    expect(await app.fork(await opened(app), version)).toMatchObject({
      refusal: { code: 'no-such-version' },
    });
  });

  it('LOG15 exports once closed, not before', async () => {
    const { app } = await setUp();
    const open = await opened(app);
    expect(await app.export(open)).toMatchObject({ done: false, refusal: { code: 'still-open' } });
    expect(await app.export(await closed(app))).toMatchObject({
      done: true,
      value: { format: 'dryrun-interview' },
    });
  });

  it('LOG15 a branch of an open interview tells no more than that one does', async () => {
    const { app } = await setUp();
    const open = await opened(app);
    const fork = await app.fork(open, 6);
    if (!fork.done) throw new Error(fork.refusal.message);
    const branch = fork.value.interview;
    await app.send(branch, { type: 'End' });
    await app.settled();
    expect(await app.debrief(branch)).toMatchObject({ refusal: { code: 'still-open' } });
    expect(await app.export(branch)).toMatchObject({ refusal: { code: 'still-open' } });
    await app.send(open, { type: 'End' });
    await app.settled();
    expect(await app.debrief(branch)).toMatchObject({ done: true });
  });

  it('LOG3 a client cannot take the name of the interviewer’s own work', async () => {
    const { app } = await setUp();
    const interview = await opened(app);
    for (const id of ['hear:2', 'say:3', 'assess'])
      await app.send(interview, { type: 'ShowPresence' }, CommandId.parse(id));
    await app.send(interview, say('Who uses it?'));
    await app.settled();
    expect((await app.view(interview))?.turns).toHaveLength(4);
  });

  it('LOG7 an export opens where the content is not: it carries what it was held with', async () => {
    const { app } = await setUp();
    const interview = await closed(app);
    const file = await app.export(interview);
    if (!file.done) throw new Error(file.refusal.message);
    const elsewhere = await setUp({}, openMemoryStore());
    const again = createApp({
      store: elsewhere.store,
      catalogue: { ...catalogue, systems: [], formats: [] },
      world: virtualWorld('elsewhere'),
    });
    expect(await again.import(JSON.parse(JSON.stringify(file.value)))).toEqual({
      done: true,
      value: { interview, already: false },
    });
    expect(await again.view(interview)).toEqual(await app.view(interview));
    expect(await again.import(file.value)).toMatchObject({ value: { already: true } });
    const fork = await again.fork(interview, 6);
    if (!fork.done) throw new Error(fork.refusal.message);
    await again.send(fork.value.interview, say());
    await again.settled();
    expect((await again.view(fork.value.interview))?.turns).toHaveLength(4);
  });

  /** The same events, held with something else under its right name. */
  const heldWith = (file: InterviewFile, text: string): unknown => {
    const [first] = file.events;
    const hash = first?.event.type === 'InterviewOpened' ? first.event.content : '';
    const other = hashOf(text);
    const { [hash]: _, ...contents } = file.contents;
    return {
      ...file,
      events: JSON.parse(JSON.stringify(file.events).replaceAll(hash, other)),
      contents: { ...contents, [other]: text },
    };
  };

  it('LOG4 LOG6 LOG7 refuses a file that was changed, is incomplete, or is newer', async () => {
    const { app } = await setUp();
    const file = await app.export(await closed(app));
    if (!file.done) throw new Error(file.refusal.message);
    const { app: other } = await setUp({}, openMemoryStore());
    const [hash, text] = Object.entries(file.value.contents)[0] ?? ['', ''];
    const [first, ...rest] = file.value.events;
    const changed: readonly (readonly [unknown, string])[] = [
      [{ ...file.value, contents: { [hash]: `${text} ` } }, 'not-an-interview'],
      [{ ...file.value, contents: {} }, 'not-an-interview'],
      [{ ...file.value, events: rest }, 'not-an-interview'],
      [{ ...file.value, events: [first, first] }, 'not-an-interview'],
      [{ ...file.value, events: [first, ...rest.slice(0, 4)] }, 'not-an-interview'],
      [heldWith(file.value, '{}'), 'not-an-interview'],
      [heldWith(file.value, 'no JSON'), 'not-an-interview'],
      [{ ...file.value, events: [{ ...first, schema: 2 }, ...rest] }, 'newer-file'],
      [{ ...file.value, formatVersion: 2 }, 'newer-file'],
      [{ hello: 'world' }, 'not-an-interview'],
      [null, 'not-an-interview'],
    ];
    for (const [document, code] of changed)
      expect(await other.import(document)).toMatchObject({ refusal: { code } });
    expect(await other.list()).toEqual([]);
  });

  it('LOG6 takes a file that is older than what is here for the same interview', async () => {
    const { app } = await setUp();
    const interview = await closed(app);
    const file = await app.export(interview);
    if (!file.done) throw new Error(file.refusal.message);
    await app.send(interview, { type: 'WriteNote', text: 'Look at the cache again.' });
    const before = await app.view(interview);
    expect(await app.import(file.value)).toEqual({ done: true, value: { interview, already: true } });
    expect(await app.view(interview)).toEqual(before);
  });

  it('LOG6 refuses to import over another interview of the same name', async () => {
    const { app } = await setUp();
    const interview = await closed(app);
    const file = await app.export(interview);
    if (!file.done) throw new Error(file.refusal.message);
    const { app: other, world } = await setUp({}, openMemoryStore());
    world.jump(1000);
    await other.open({ ...wish }, CommandId.parse('name-1'));
    await other.settled();
    expect(await other.import(file.value)).toMatchObject({ refusal: { code: 'exists' } });
  });

  it('LOG6 deletes an interview so that nothing of it is left', async () => {
    const { app, store } = await setUp();
    const interview = await closed(app);
    expect(await app.remove(interview)).toMatchObject({ done: true });
    expect(await app.remove(interview)).toMatchObject({ refusal: { code: 'unknown-interview' } });
    expect(await store.read(interview)).toEqual([]);
    expect(await app.view(interview)).toBeUndefined();
    expect(await app.send(interview, say())).toMatchObject({ refusal: { code: 'unknown-interview' } });
    expect(await app.send(InterviewId.parse('nobody'), { type: 'End' })).toMatchObject({
      refusal: { code: 'unknown-interview' },
    });
  });
});
