import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventStore } from './event-store.ts';
import { openPostgresStore } from './postgres.ts';
import { append, eventually, one, opened, sleep, spoke, two, upTo, versionsOf } from './testing/given.ts';
import { connectRaw, type Raw } from './testing/raw-postgres.ts';
import { watch } from './testing/watch.ts';
import { describeWithPostgres } from './testing/with-postgres.ts';

describeWithPostgres('what becomes visible when, in PostgreSQL', (server) => {
  let url: string;
  let store: EventStore;
  let raw: Raw;
  beforeEach(async () => {
    url = await server().createDatabase();
    store = await openPostgresStore({ url });
    raw = await connectRaw(url);
  });
  afterEach(async () => {
    await raw.end();
    await store.close();
  });

  it('ST29 has nothing numbered across interviews: no sequence, no identity, no position to run past', async () => {
    expect(await raw.query('select * from pg_sequences')).toEqual([]);
    expect(await raw.query(`select * from information_schema.columns where is_identity = 'YES'`)).toEqual([]);
  });

  it('ST29 misses nothing of an append that inserted first and commits last', async () => {
    await store.append(append(one, 0));
    await store.append(append(two, 0, { wakeAt: 90 }));
    const [first, second] = [watch(store, one), watch(store, two)];
    await Promise.all([first.reach(1), second.reach(1)]);

    await raw.query('begin');
    await raw.append(one, 2, 10);
    for (const expected of [1, 2, 3]) await store.append(append(two, expected, { wakeAt: 90 }));
    await second.reach(4);
    expect(versionsOf(first.seen)).toEqual([1]);
    expect(await store.due(50)).toEqual({ now: [], next: 90 });

    await raw.query('commit');
    await first.reach(2);
    expect(await store.due(50)).toEqual({ now: [one], next: 90 });
    expect((await store.list()).map(({ interview, version }) => [interview, version])).toEqual([
      [one, 2],
      [two, 4],
    ]);
    expect(versionsOf(await store.read(one))).toEqual([1, 2]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it('ST29 lets nobody write after an append of the same interview that is not committed yet', async () => {
    await store.append(append(one, 0));
    const watching = watch(store, one);
    await watching.reach(1);
    await raw.query('begin');
    await raw.append(one, 2, null);
    const answers: string[] = [];
    const late = upTo(3).map(async (nth) => {
      const answer = await store.append(append(one, nth));
      answers.push(answer.kind);
      return answer;
    });
    await sleep(150);
    expect(answers).toEqual([]);
    await raw.query('commit');
    // Decided on version 1: somebody else has it. On 2: taken, or beaten by nobody. On 3: taken where 2 was taken first.
    const [one1, one2, one3] = await Promise.all(late);
    expect(one1).toMatchObject({ kind: 'conflict' });
    expect(one2).toEqual({ kind: 'appended', from: 3, to: 3 });
    const last = one3?.kind === 'appended' ? 4 : 3;
    await watching.reach(last);
    expect(versionsOf(watching.seen)).toEqual(upTo(last));
    await watching.stop();
  });

  it('ST29 writes over nothing of an append that is rolled back', async () => {
    await store.append(append(one, 0));
    await raw.query('begin');
    await raw.append(one, 2, null);
    const waiting = store.append(append(one, 1));
    await sleep(50);
    await raw.query('rollback');
    expect(await waiting).toEqual({ kind: 'appended', from: 2, to: 2 });
  });

  it('ST28 shows nothing early or twice for notices that are early, late, doubled or of nothing', async () => {
    await store.append(append(one, 0));
    const watching = watch(store, one);
    await watching.reach(1);
    const notices = [`${one} 99`, `${one} 1`, `${one} 1`, `${one} 0`, `${two} 3`, 'nonsense', ''];
    for (const payload of notices) await raw.query(`select pg_notify('dryrun_events', $1)`, [payload]);
    await raw.query('begin');
    await raw.append(one, 2, null);
    await store.append(append(two, 0));
    for (const payload of notices) await raw.query(`select pg_notify('dryrun_events', $1)`, [payload]);
    await raw.query('commit');
    await watching.reach(2);
    await sleep(50);
    expect(versionsOf(watching.seen)).toEqual([1, 2]);
    await watching.stop();
  });

  it('ST28 tells the stream and the version, and nothing that was said', async () => {
    const listening = await connectRaw(url);
    const payloads: string[] = [];
    await listening.listen((payload) => payloads.push(payload));
    await store.append(append(one, 0, { events: [spoke('secret'), spoke('words')] }));
    await store.delete(one);
    await eventually('two notices', () => payloads.length === 2);
    expect(payloads).toEqual([`${one} 2`, `${one} 0`]);
    await listening.end();
  });

  it('ST28 misses nothing when the listening connection is cut, again and again, while others append', async () => {
    const other = await openPostgresStore({ url });
    const watching = watch(store, one);
    const cut = () =>
      raw.query<{ cut: boolean }>(
        `select pg_terminate_backend(pid) as cut from pg_stat_activity where query like 'listen %' and datname = current_database()`,
      );
    let cuts = 0;
    for (const version of upTo(60)) {
      if (version % 6 === 0) cuts += (await cut()).length;
      await other.append(append(one, version - 1));
      await sleep(version % 3);
    }
    await watching.reach(60);
    expect(versionsOf(watching.seen)).toEqual(upTo(60));
    expect(cuts).toBeGreaterThan(0);
    await watching.stop();
    await other.close();
  });

  it('ST28 makes up for notices lost with the connection as soon as it listens again', async () => {
    const other = await openPostgresStore({ url });
    const watching = watch(store, one);
    await other.append(append(one, 0));
    await watching.reach(1);
    const began = performance.now();
    for (const version of [2, 3, 4]) {
      await raw.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
      );
      await other.append(append(one, version - 1));
      await watching.reach(version);
    }
    // Well before the poll that is there besides, every 5 s.
    expect(performance.now() - began).toBeLessThan(4_000);
    await watching.stop();
    await other.close();
  });

  it('ST28 goes on after the server was killed and started again', async () => {
    await store.append(append(one, 0));
    const watching = watch(store, one);
    await watching.reach(1);
    await server().kill();
    await expect(store.append(append(one, 1))).rejects.toMatchObject({ code: 'unreachable' });
    await expect(store.read(one)).rejects.toMatchObject({ code: 'unreachable' });
    await server().start();
    expect(await store.append(append(one, 1))).toEqual({ kind: 'appended', from: 2, to: 2 });
    await watching.reach(2);
    raw = await connectRaw(url);
    await watching.stop();
  });

  it('ST16 keeps a content that is being named while the last other one held with it is being deleted', async () => {
    const hash = await store.putContent('shared');
    await store.append(append(one, 0, { events: [opened(hash)] }));
    const other = await openPostgresStore({ url });
    // The raw transaction is an append that has looked for its content and holds it, and is not committed yet.
    await raw.query('begin');
    await raw.query('select hash from contents where hash = $1 for share', [hash]);
    await raw.query(`insert into interviews select $1, 'x', 1, 0, null, '', '', '', '', 'running', 0`, [two]);
    await raw.query('insert into held values ($1, $2)', [two, hash]);
    const deleted = other.delete(one);
    await sleep(100);
    await raw.query('commit');
    expect(await deleted).toBe(true);
    expect(await other.getContent(hash)).toBe('shared');
    await other.close();
  });

  it('ST16 brings back a content that is being deleted while it is being named', async () => {
    const hash = await store.putContent('shared');
    await store.append(append(one, 0, { events: [opened(hash)] }));
    await store.putContent('shared');
    // The raw transaction is a deletion of the one other holder, which has found that nobody else holds the content.
    await raw.query('begin');
    await raw.query('select hash from contents where hash = $1 for update', [hash]);
    await raw.query('delete from held where interview = $1', [one]);
    await raw.query('delete from contents where hash = $1', [hash]);
    const appended = store.append(append(two, 0, { events: [opened(hash)] }));
    await sleep(100);
    await raw.query('commit');
    expect(await appended).toMatchObject({ kind: 'appended' });
    expect(await raw.query('select text from contents')).toEqual([{ text: 'shared' }]);
  });
});
