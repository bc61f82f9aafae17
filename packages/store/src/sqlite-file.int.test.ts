import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFault } from './event-store.ts';
import { openSqliteStore } from './sqlite.ts';
import { temporaryFolder } from './testing/folder.ts';
import { append, one, opened, spoke, stream, summary, two, upTo, versionsOf } from './testing/given.ts';

let folder: string;
let remove: () => void;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const file = () => join(folder, 'dryrun.db');

/** A database with something in it, closed and alone in its folder, as a program that ended left it. */
const left = async (): Promise<void> => {
  const made = temporaryFolder();
  const store = await openSqliteStore({ folder: made.folder });
  await store.adopt(
    stream(
      one,
      upTo(200).map((turn) => spoke(`turn ${turn} ${'words '.repeat(40)}`, turn)),
    ),
    null,
    summary,
  );
  await store.close();
  copyFileSync(join(made.folder, 'dryrun.db'), file());
  made.remove();
};

/** Opens the file with SQLite in a process of its own, which leaves nothing beside it when it ends. */
const edit = (sql: string): void => {
  const script = `const { DatabaseSync } = require('@photostructure/sqlite'); new DatabaseSync(process.argv[1]).exec(process.argv[2]);`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', script, file(), sql], {
    cwd: import.meta.dirname,
  });
  if (status !== 0) throw new Error(String(stderr));
};

const contentsOfFolder = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  );

const expectRefused = async (code: StoreFault['code'], message: RegExp): Promise<void> => {
  const before = contentsOfFolder();
  const fault = await openSqliteStore({ folder }).then(
    () => expect.fail('It was opened.'),
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(StoreFault);
  expect(fault).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(contentsOfFolder()).toEqual(before);
};

describe('a file that is not what was expected', () => {
  it.each([
    ['text', Buffer.from('Dear diary, today I designed a recommender.\n'.repeat(200))],
    ['one byte', Buffer.from('S')],
    ['a header and nothing else', Buffer.from('SQLite format 3\0')],
    ['zeroes', Buffer.alloc(8192)],
  ])('ST21 refuses %s and leaves it as it is', async (_, bytes) => {
    writeFileSync(file(), bytes);
    await expectRefused(
      'corrupt',
      /dryrun\.db: expected an undamaged database, found \d+ bytes that do not begin as/,
    );
  });

  it('ST21 refuses another application’s database', async () => {
    edit('create table notes (text); insert into notes values (1)');
    await expectRefused(
      'corrupt',
      /expected a database of Dryrun's, found .*application_id 0.*Nothing was changed/,
    );
    edit('pragma application_id = 77; pragma journal_mode = wal');
    await expectRefused('corrupt', /application_id 77/);
  });

  it('ST21 refuses one that only says it is ours', async () => {
    edit(`pragma application_id = ${0x44525952}; create table events (x)`);
    await expectRefused('corrupt', /found the tables events/);
    edit(`create table meta (a)`);
    await expectRefused('corrupt', /a table “meta” of another shape/);
    edit(
      `drop table meta; create table meta (name, value); insert into meta values ('application', 'other')`,
    );
    await expectRefused('corrupt', /belongs to “other”/);
  });

  it('ST21 refuses a newer schema by its header, and by its table where the header is behind', async () => {
    await left();
    edit(`pragma user_version = 2; update meta set value = '2' where name = 'schema'`);
    await expectRefused(
      'newer',
      /expected a database of schema 1 or older, found schema 2\. A newer Dryrun wrote it/,
    );
    edit('pragma user_version = 1');
    await expectRefused('newer', /found schema 2/);
  });

  it('ST21 refuses a newer schema while the newer program has it open', async () => {
    await left();
    edit(`pragma user_version = 2; update meta set value = '2' where name = 'schema'`);
    const newer = new DatabaseSync(file());
    newer.exec(`insert into contents values ('a', 'b', 1)`);
    await expectRefused('newer', /found schema 2/);
    newer.close();
  });

  it('ST21 refuses a database without one of its tables, or without a schema', async () => {
    await left();
    edit('drop table held');
    await expectRefused('corrupt', /expected an undamaged database, found no table held/);
    edit(`update meta set value = 'x' where name = 'schema'`);
    await expectRefused('corrupt', /found schema number “x”/);
  });

  it('ST21 refuses a damaged and a cut database', async () => {
    await left();
    const whole = readFileSync(file());
    const damagedPage = Buffer.from(whole);
    damagedPage.fill(0xaa, 8 * 4096, 9 * 4096);
    writeFileSync(file(), damagedPage);
    await expectRefused(
      'corrupt',
      /expected an undamaged database, found “.*Make a copy of it before anything else/s,
    );
    writeFileSync(file(), whole.subarray(0, whole.length / 2));
    await expectRefused('corrupt', /expected an undamaged database/);
    writeFileSync(file(), whole);
    await (await openSqliteStore({ folder })).close();
  });

  it('ST21 says of a large database that it is damaged when it comes to the page', async () => {
    const store = await openSqliteStore({ folder });
    const long = (turn: number) => spoke(`turn ${turn} ${'words '.repeat(2_500)}`, turn);
    await store.adopt(stream(one, upTo(700).map(long)), null, summary);
    await store.append(append(two, 0));
    await store.close();
    const bytes = readFileSync(file());
    expect(bytes.length).toBeGreaterThan(8 * 1024 * 1024);
    bytes.fill(0xaa, bytes.length / 4, bytes.length / 2);
    writeFileSync(file(), bytes);
    const again = await openSqliteStore({ folder });
    await expect(again.read(one)).rejects.toMatchObject({ name: 'StoreFault', code: 'corrupt' });
    expect(versionsOf(await again.read(two))).toEqual([1]);
    await again.close();
  });

  it('ST22 names the interview and version of an event it cannot read, and reads the others', async () => {
    await left();
    edit(
      `update events set event = '{"type":"CandidateSp' where version = 7; update events set schema = 2 where version = 9`,
    );
    const store = await openSqliteStore({ folder });
    await store.append(append(two, 0));
    await expect(store.read(one, 8)).rejects.toMatchObject({
      code: 'newer',
      message: expect.stringMatching(
        /interview-one, version 9: expected an event of schema 1 or older, found schema 2/,
      ),
    });
    await expect(store.read(one)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(
        /interview-one, version 7: expected an event of docs\/spec\/log\.md, found 20 characters/,
      ),
    });
    await expect(async () => {
      for await (const _ of store.follow(one, 6, new AbortController().signal));
    }).rejects.toMatchObject({ code: 'corrupt' });
    expect(versionsOf(await store.read(one, 9))).toHaveLength(191);
    expect(versionsOf(await store.read(two))).toEqual([1]);
    await store.close();
  });

  it('ST22 does not give out a content that is not of its hash', async () => {
    const store = await openSqliteStore({ folder });
    const hash = await store.putContent('as it was');
    edit(`update contents set text = 'as it became'`);
    await expect(store.getContent(hash)).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });
});

describe('opening', () => {
  it('ST20 makes the schema once when many open a new folder at once', async () => {
    const stores = await Promise.all(upTo(6).map(() => openSqliteStore({ folder })));
    for (const [index, store] of stores.entries())
      expect(await store.append(append(one, index))).toMatchObject({ kind: 'appended' });
    const found = new DatabaseSync(file());
    expect(found.prepare('select name, value from meta order by name').all()).toEqual([
      { name: 'application', value: 'dryrun' },
      { name: 'schema', value: '1' },
    ]);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('ST20 begins anew in an empty file, as a first start that was cut short leaves it', async () => {
    writeFileSync(file(), '');
    const store = await openSqliteStore({ folder });
    expect(await store.append(append(one, 0))).toMatchObject({ kind: 'appended' });
    await store.close();
  });

  it('ST30 makes the data folder, for its owner only, and leaves one that is there alone', async () => {
    const inner = join(folder, 'new', 'data');
    await (await openSqliteStore({ folder: inner })).close();
    expect(statSync(inner).mode & 0o777).toBe(0o700);
    chmodSync(folder, 0o755);
    await (await openSqliteStore({ folder })).close();
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('ST30 says so where no folder can be', async () => {
    const inTheWay = join(folder, 'file');
    writeFileSync(inTheWay, 'x');
    await expect(openSqliteStore({ folder: inTheWay })).rejects.toMatchObject({ code: 'unreachable' });
    mkdirSync(join(folder, 'odd', 'dryrun.db'), { recursive: true });
    await expect(openSqliteStore({ folder: join(folder, 'odd') })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});

describe('deleting', () => {
  it('ST26 leaves no byte of an interview in any file of the folder, while the store is open', async () => {
    const store = await openSqliteStore({ folder });
    const found = (words: string) =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words)).length;
    for (const round of upTo(12)) {
      const words = `canary ${round} zq`;
      const content = await store.putContent(`${words} `.repeat(round * 40));
      const said = upTo(round).map((turn) => spoke(`${words} `.repeat(turn * 60), turn));
      await store.append(
        append(one, 0, { events: [opened(content), ...said], summary: { ...summary, title: words } }),
      );
      await store.append(append(two, round - 1, { events: [spoke('stays '.repeat(round * 30))] }));
      expect(found(words)).toBeGreaterThan(0);
      await store.delete(one);
      expect(found(words), `round ${round}`).toBe(0);
    }
    expect(found(one)).toBe(0);
    expect(found('stays')).toBeGreaterThan(0);
    await store.close();
  });

  it('ST27 drops after an hour what nobody came to hold, at the next start and with the next deletion', async () => {
    const store = await openSqliteStore({ folder });
    const put = async (name: string) =>
      [await store.putContent(`${name} 1`), await store.putContent(`${name} 2`)] as const;
    const [old, fresh] = await put('nobody came');
    edit(`update contents set put_at = put_at - 3600001 where hash = '${old}'`);
    const held = await store.putContent('held');
    await store.append(append(one, 0, { events: [opened(held)] }));
    await store.append(append(two, 0));
    edit(`update contents set put_at = put_at - 3600001 where hash = '${held}'`);
    await store.delete(two);
    const left = new DatabaseSync(file()).prepare('select text from contents order by text').all();
    expect(left).toEqual([{ text: 'held' }, { text: 'nobody came 2' }]);
    await store.close();
    edit(`insert into contents values ('${old}', 'nobody came 1', 0)`);
    const second = await openSqliteStore({ folder });
    expect(await second.getContent(old)).toBeUndefined();
    expect(await second.getContent(fresh)).toBe('nobody came 2');
    expect(await second.getContent(held)).toBe('held');
    await second.close();
    edit('update contents set put_at = put_at - 3600001');
    const third = await openSqliteStore({ folder });
    expect(await third.getContent(fresh)).toBeUndefined();
    expect(await third.getContent(held)).toBe('held');
    await third.close();
  });
});
