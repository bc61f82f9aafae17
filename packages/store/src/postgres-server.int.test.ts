import { expect, it } from 'vitest';
import { openPostgresStore } from './postgres.ts';
import { append, one, opened, spoke, summary, two, upTo, versionsOf } from './testing/given.ts';
import { runOnce } from './testing/postgres.ts';
import { connectRaw } from './testing/raw-postgres.ts';
import { describeWithPostgres } from './testing/with-postgres.ts';

describeWithPostgres('a database of a PostgreSQL', (server) => {
  it('ST20 makes the schema once when many open a new database at once', async () => {
    const url = await server().createDatabase();
    const stores = await Promise.all(upTo(6).map(() => openPostgresStore({ url })));
    for (const [index, store] of stores.entries())
      expect(await store.append(append(one, index))).toMatchObject({ kind: 'appended' });
    const found = await runOnce(url, 'select name, value from dryrun.meta order by name');
    expect(found.rows).toEqual([
      { name: 'application', value: 'dryrun' },
      { name: 'schema', value: '1' },
    ]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('ST20 keeps its tables apart from others’ in the same database', async () => {
    const url = await server().createDatabase();
    await runOnce(url, 'create table events (theirs int); create table meta (theirs int)');
    const store = await openPostgresStore({ url });
    await store.append(append(one, 0));
    expect((await runOnce(url, 'select * from public.events')).rows).toEqual([]);
    await store.close();
  });

  it.each([
    [
      'newer',
      `update meta set value = '2' where name = 'schema'`,
      /expected a database of schema 1 or older, found schema 2/,
    ],
    ['corrupt', `update meta set value = 'other' where name = 'application'`, /belongs to “other”/],
    ['corrupt', `alter table meta rename value to worth`, /a table “meta” of another shape/],
    ['corrupt', 'drop table meta', /expected a database of Dryrun's, found the tables/],
    ['corrupt', 'drop table held', /found no table held/],
  ])('ST21 refuses a database that is %s after: %s', async (code, change, message) => {
    const url = await server().createDatabase();
    const store = await openPostgresStore({ url });
    await store.append(append(one, 0));
    await store.close();
    const raw = await connectRaw(url);
    await raw.query(change);
    const rows = () => raw.query('select * from events');
    const before = await rows();
    await expect(openPostgresStore({ url })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await rows()).toEqual(before);
    await raw.end();
  });

  it('ST22 names the event it cannot read', async () => {
    const url = await server().createDatabase();
    const store = await openPostgresStore({ url });
    await store.append(append(one, 0, { events: [spoke('a'), spoke('b', 1), spoke('c', 2)] }));
    await runOnce(url, `update dryrun.events set event = '{}' where version = 2`);
    await expect(store.read(one)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/version 2/),
    });
    expect(versionsOf(await store.read(one, 2))).toEqual([3]);
    await store.close();
  });

  it('ST26 leaves no row of an interview in any table', async () => {
    const url = await server().createDatabase();
    const store = await openPostgresStore({ url });
    const content = await store.putContent('canary in a content');
    const events = [opened(content), spoke('canary in an event')];
    await store.append(append(one, 0, { events, summary: { ...summary, title: 'canary in a title' } }));
    await store.append(append(two, 0));
    const raw = await connectRaw(url);
    const tables = (
      await raw.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'dryrun'`)
    ).map(({ name }) => name);
    const found = async (words: string) => {
      let sum = 0;
      for (const table of tables) {
        const count = `select count(*) as n from ${table} as t where t::text like '%' || $1 || '%'`;
        const [row] = await raw.query<{ n: string }>(count, [words]);
        sum += Number(row?.n);
      }
      return sum;
    };
    expect(await found('canary')).toBe(3);
    expect(await found(one)).toBeGreaterThan(3);
    await store.delete(one);
    for (const words of ['canary', one, content]) expect(await found(words)).toBe(0);
    expect(await found(two)).toBeGreaterThan(0);
    await raw.end();
    await store.close();
  });

  it('ST27 drops at the next start what nobody came to hold for an hour', async () => {
    const url = await server().createDatabase();
    const store = await openPostgresStore({ url });
    const old = await store.putContent('nobody came');
    const fresh = await store.putContent('somebody may come');
    await runOnce(url, `update dryrun.contents set put_at = put_at - 3600001 where hash = '${old}'`);
    await store.close();
    const again = await openPostgresStore({ url });
    expect(await again.getContent(old)).toBeUndefined();
    expect(await again.getContent(fresh)).toBe('somebody may come');
    await again.close();
  });

  it('ST31 says which server it cannot reach, and never the password', async () => {
    const closed = 'postgres://dryrun:hunter2@127.0.0.1:1/none';
    for (const url of [
      closed,
      server().url('none').replace('dryrun@', 'dryrun:hunter2@'),
      'no address hunter2',
    ]) {
      const fault = await openPostgresStore({ url }).catch((error: unknown) => error);
      expect(fault).toMatchObject({ name: 'StoreFault', code: 'unreachable' });
      expect(String(fault)).toMatch(/expected .*found /);
      expect(String(fault)).not.toContain('hunter2');
    }
  });
});
