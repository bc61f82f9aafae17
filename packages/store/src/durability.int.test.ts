import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { postgresWeaknesses, sqliteWeaknesses } from './durability.ts';
import { openPostgresStore, postgresSettings } from './postgres.ts';
import type { Tables } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { temporaryFolder } from './testing/folder.ts';
import { append, one } from './testing/given.ts';
import { runOnce } from './testing/postgres.ts';
import { requirement } from './testing/requirement.ts';
import { findStrace, honestyOf, traceWriter } from './testing/sync-trace.ts';
import { describeWithPostgres } from './testing/with-postgres.ts';

describe('what makes SQLite survive a power cut', () => {
  it('ST23 sets it and reads it back', async () => {
    const { folder, remove } = temporaryFolder();
    const { store, settings } = await openSqlite({ folder }, {});
    expect(settings()).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
    });
    expect(sqliteWeaknesses(settings())).toEqual([]);
    await store.close();
    remove();
  });

  it('ST23 notices when it is weakened', async () => {
    const { folder, remove } = temporaryFolder();
    const { store, settings } = await openSqlite({ folder }, { synchronous: 'NORMAL' });
    expect(sqliteWeaknesses(settings())).toEqual(['synchronous: expected FULL (2), found 1']);
    await store.close();
    remove();
    const bare = new DatabaseSync(':memory:');
    const { journal_mode } = bare.prepare('pragma journal_mode').get();
    expect(sqliteWeaknesses({ journal_mode, synchronous: 0, fullfsync: 0, checkpoint_fullfsync: 0 })).toEqual(
      [
        'journal_mode: expected wal, found memory',
        'synchronous: expected FULL (2), found 0',
        'fullfsync: expected 1, found 0',
        'checkpoint_fullfsync: expected 1, found 0',
      ],
    );
  });

  const needsStrace = requirement('strace', findStrace());
  const honesty = async (synchronous: 'FULL' | 'NORMAL') => {
    const { folder, remove } = temporaryFolder();
    try {
      return honestyOf(await traceWriter(folder, synchronous), 'dryrun.db-wal');
    } finally {
      remove();
    }
  };

  it.skipIf(needsStrace.skip)(
    needsStrace.title('ST24 has synced every byte of the log when it acknowledges'),
    async () => {
      const { acknowledgements, unsynced, syncs } = await honesty('FULL');
      expect(unsynced).toEqual([]);
      expect(acknowledgements).toBe(31);
      expect(syncs).toBeGreaterThanOrEqual(31);
    },
  );

  it.skipIf(needsStrace.skip)(
    needsStrace.title('ST24 is seen not to, with synchronous = NORMAL'),
    async () => {
      const { acknowledgements, unsynced } = await honesty('NORMAL');
      expect(acknowledgements).toBe(31);
      // The deletion alone is synced: it empties the log.
      expect(unsynced).toHaveLength(30);
    },
  );
});

const settingsAt = async (url: string) => {
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }),
  });
  const found = await postgresSettings(db);
  await db.destroy();
  return found;
};

describeWithPostgres('what makes PostgreSQL survive a power cut', (server) => {
  it('ST23 opens where it is set', async () => {
    const url = await server().createDatabase();
    expect(await settingsAt(url)).toEqual({ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' });
    expect(postgresWeaknesses(await settingsAt(url))).toEqual([]);
    await (await openPostgresStore({ url })).close();
  });

  it('ST23 waits for the disk in each connection, whatever the database or the user is set to', async () => {
    const url = await server().createDatabase();
    await runOnce(url, `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit to off`);
    await runOnce(url, 'alter role dryrun set default_transaction_isolation to serializable');
    expect(postgresWeaknesses(await settingsAt(url))).toEqual(['synchronous_commit: expected on, found off']);
    const store = await openPostgresStore({ url });
    await runOnce(
      url,
      `create function dryrun.note() returns trigger language plpgsql as $$ begin
         new.title := current_setting('synchronous_commit') || ', ' || current_setting('transaction_isolation'); return new; end $$;
       create trigger note before insert or update on dryrun.interviews for each row execute function dryrun.note()`,
    );
    const writes = Array.from({ length: 8 }, (_, index) => index);
    await Promise.all(writes.map((expected) => store.append(append(one, expected))));
    expect(await store.list()).toMatchObject([{ title: 'on, read committed' }]);
    await store.close();
    await runOnce(url, 'alter role dryrun reset all');
  });
});

for (const [setting, value] of [
  ['fsync', 'off'],
  ['full_page_writes', 'off'],
] as const) {
  describeWithPostgres(
    `a PostgreSQL with ${setting}=${value}`,
    (server) => {
      it('ST23 is refused, and told how to mend it', async () => {
        const url = await server().createDatabase();
        expect(postgresWeaknesses(await settingsAt(url))).toEqual([`${setting}: expected on, found off`]);
        await expect(openPostgresStore({ url })).rejects.toMatchObject({
          code: 'weak-durability',
          message: expect.stringMatching(`${setting}: expected on, found off.*Set it in postgresql.conf`),
        });
        const schemas = await runOnce(url, `select 1 from pg_namespace where nspname = 'dryrun'`);
        expect(schemas.rows).toEqual([]);
      });
    },
    [`${setting}=${value}`],
  );
}
