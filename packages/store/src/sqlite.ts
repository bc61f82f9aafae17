/**
 * The store in one SQLite file, for one person on one machine; several programs may have it open. Opening goes
 *
 *     header (bytes only) ─▶ open ─▶ schema, damage (reading only) ─▶ migrate ─▶ WAL, FULL ─▶ read the settings back
 *
 * and up to the arrow before “migrate” nothing is written, so a file that is refused stays as it was.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, sql } from 'kysely';
import { sqliteWeaknesses, type SqliteSettings } from './durability.ts';
import { type EventStore, StoreFault } from './event-store.ts';
import { LATEST_SCHEMA, listTables, migrate, type Migration } from './migrations.ts';
import { createNotices } from './notices.ts';
import type { Database, Tables } from './schema.ts';
import { dropNobodyCameFor } from './sql-contents.ts';
import { createSqlStore } from './sql-store.ts';
import { sqliteDialect, untilFree } from './sqlite-dialect.ts';
import { isDuplicate, sqliteFault } from './sqlite-faults.ts';
import { APPLICATION_ID, inspectFile, prepareFolder } from './sqlite-file.ts';
import { inspect, inspectAlone, pragma } from './sqlite-inspect.ts';

export type SqliteOptions = {
  /** Where `dryrun.db` is or shall be. */
  readonly folder: string;
};

/** Only `testing/` weakens anything: to see that the tests notice. */
export type SqliteWeakening = { readonly synchronous?: 'NORMAL' };

type Handle = InstanceType<typeof DatabaseSync>;

const POLL_MS = 200;
const EMPTY_LOG_MS_MAX = 5_000;
/** Short, because the library blocks while it waits; the patience is in `untilFree`. */
const BUSY_TIMEOUT_MS = 20;

export const openSqliteStore = async (options: SqliteOptions): Promise<EventStore> =>
  (await openSqlite(options, {})).store;

/** The store, and what its own connection is set to: settings belong to a connection, not to the file. */
export type OpenedSqlite = { readonly store: EventStore; readonly settings: () => SqliteSettings };

export const openSqlite = async (
  { folder }: SqliteOptions,
  weakening: SqliteWeakening,
): Promise<OpenedSqlite> => {
  const path = prepareFolder(folder);
  const migration = migrationOf(path);
  const begun = inspectFile(path) > 0;
  const inspected = !begun || (await inspectAlone(path, migration));
  let handle: Handle | undefined;
  try {
    handle = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    const db = new Kysely<Tables>({ dialect: sqliteDialect(handle) });
    if (!inspected) await inspect(handle, db, path, migration);
    const opened = handle;
    const store = await openHandle(opened, db, migration, weakening);
    // Left by a program that was killed, perhaps while it deleted something.
    if (!inspected) await emptyLog(db, 0);
    return { store, settings: () => sqliteSettings(opened) };
  } catch (error) {
    handle?.close();
    throw sqliteFault(error, path);
  }
};

const openHandle = async (
  handle: Handle,
  db: Database,
  migration: Migration,
  { synchronous }: SqliteWeakening,
): Promise<EventStore> => {
  const path = migration.where;
  handle.exec(`
    pragma synchronous = FULL;
    pragma fullfsync = ON;
    pragma checkpoint_fullfsync = ON;
    pragma foreign_keys = ON;
    pragma secure_delete = ON;
    pragma temp_store = MEMORY;`);
  const migrated = await migrate(db, migration);
  await untilFree(() => handle.exec('pragma journal_mode = wal'));
  handle.exec(`pragma synchronous = ${synchronous ?? 'FULL'}`);
  // So that the header says the schema, and an older program refuses the file by its first bytes alone.
  if (migrated) await emptyLog(db);
  if (synchronous === undefined) refuseWeak(handle, path);
  if (await dropNobodyCameFor(db, false)) await emptyLog(db);

  let poll: ReturnType<typeof setInterval> | undefined;
  const notices = createNotices({
    first: () => {
      poll = setInterval(
        pollOthers(handle, () => notices.ringAll()),
        POLL_MS,
      );
    },
    last: () => clearInterval(poll),
  });
  return createSqlStore({
    db,
    locksRows: false,
    notices,
    announce: async () => {},
    afterDeletion: () => emptyLog(db),
    isRace: isDuplicate,
    faultOf: (error) => sqliteFault(error, path),
    close: async () => {
      clearInterval(poll);
      // The library closes its statements when they are collected, and SQLite the file after them: not when we say so.
      await emptyLog(db, 0).finally(() => db.destroy());
    },
  });
};

const migrationOf = (where: string): Migration => ({
  where,
  tables: listTables.sqlite,
  lock: async () => {},
  stamp: async (trx) => {
    await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(trx);
    await sql.raw(`pragma user_version = ${LATEST_SCHEMA}`).execute(trx);
  },
});

const sqliteSettings = (handle: Handle): SqliteSettings => ({
  journal_mode: String(pragma(handle, 'journal_mode')),
  synchronous: Number(pragma(handle, 'synchronous')),
  fullfsync: Number(pragma(handle, 'fullfsync')),
  checkpoint_fullfsync: Number(pragma(handle, 'checkpoint_fullfsync')),
});

const refuseWeak = (handle: Handle, path: string): void => {
  const weaknesses = sqliteWeaknesses(sqliteSettings(handle));
  if (weaknesses.length === 0) return;
  throw new StoreFault(
    'weak-durability',
    `${path}: ${weaknesses.join('; ')}. What is typed could be lost in a power cut. Choose a data folder on a local disk.`,
  );
};

/**
 * `data_version` changes when another connection commits, and only then. Its value now is what the first follower's
 * first look will have seen at the least. https://sqlite.org/pragma.html#pragma_data_version
 */
const pollOthers = (handle: Handle, changed: () => void) => {
  const version = handle.prepare('pragma data_version');
  const read = (): unknown => {
    try {
      return version.get().data_version;
    } catch {
      // Busy, or failing: the followers' own looks say which.
      return undefined;
    }
  };
  let last = read();
  return () => {
    const now = read();
    if (now === undefined || now !== last) changed();
    last = now;
  };
};

/**
 * Brings what the write-ahead log holds into the database, where `secure_delete` has zeroed what was deleted, and
 * empties the log. Somebody in the middle of a read holds that up; for how long is bounded by how long a read takes.
 */
const emptyLog = async (db: Database, patienceMs = EMPTY_LOG_MS_MAX): Promise<void> => {
  const until = performance.now() + patienceMs;
  for (;;) {
    // Through the dialect, which lets no transaction of ours be open meanwhile.
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(TRUNCATE)`.execute(db);
    if (rows[0]?.busy === 0 || performance.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
