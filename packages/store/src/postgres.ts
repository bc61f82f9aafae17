/**
 * The store in PostgreSQL, for a team. Its tables are in a namespace of their own (`dryrun`), so that a database may be
 * shared with others' tables. Opening goes
 *
 *     connect ─▶ durability settings ─▶ whose tables, which schema ─▶ migrate (one at a time: advisory lock)
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type PostgresSettings, postgresWeaknesses } from './durability.ts';
import { type EventStore, StoreFault } from './event-store.ts';
import { listTables, migrate, type Migration } from './migrations.ts';
import { createPostgresNotices, NOTICE_CHANNEL } from './postgres-notices.ts';
import { isRace, postgresFault } from './postgres-faults.ts';
import type { Database, Tables } from './schema.ts';
import { dropNobodyCameFor } from './sql-contents.ts';
import { createSqlStore } from './sql-store.ts';

export type PostgresOptions = {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
};

const NAMESPACE = 'dryrun';
/** Any number, the same in every Dryrun: “DRYR” in ASCII. */
const MIGRATION_LOCK = 0x44525952;
const CONNECTIONS_MAX = 8;
const CONNECT_MS_MAX = 10_000;
const BIGINT_OID = 20;

export const openPostgresStore = async ({ url }: PostgresOptions): Promise<EventStore> => {
  const where = nameOf(url);
  const connection = {
    connectionString: url,
    application_name: 'dryrun',
    connectionTimeoutMillis: CONNECT_MS_MAX,
    keepAlive: true,
    // A program that hangs in a transaction must not hold an interview's row for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  };
  const pool = new pg.Pool({ ...connection, max: CONNECTIONS_MAX });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one that breaks while it is lent out and between two queries: the next query says what happened.
  pool.on('connect', (client) => client.on('error', () => {}));
  const plain = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (made) => {
        await made.executeQuery(sql`set synchronous_commit to on`.compile(plain));
        // What is written after a lock was waited for must see what the other one committed.
        await made.executeQuery(sql`set default_transaction_isolation to 'read committed'`.compile(plain));
      },
    }),
  });
  const db = plain.withSchema(NAMESPACE);
  try {
    await refuseWeak(db, where);
    await migrate(db, migrationOf(where));
    await dropNobodyCameFor(db, true);
  } catch (error) {
    await plain.destroy();
    throw postgresFault(error, where);
  }

  const listener = createPostgresNotices(() => new pg.Client(connection));
  return createSqlStore({
    db,
    locksRows: true,
    notices: listener.notices,
    announce: async (trx, interview, version) => {
      await sql`select pg_notify(${NOTICE_CHANNEL}, ${`${interview} ${version}`})`.execute(trx);
    },
    afterDeletion: async () => {},
    isRace,
    faultOf: (error) => postgresFault(error, where),
    close: async () => {
      await listener.close();
      await plain.destroy();
    },
  });
};

export const postgresSettings = async (db: Database): Promise<PostgresSettings> => {
  const show = async (name: keyof PostgresSettings) => {
    const found = await sql<{ setting: string }>`select current_setting(${name}) as setting`.execute(db);
    return found.rows[0]?.setting ?? 'nothing';
  };
  return {
    fsync: await show('fsync'),
    full_page_writes: await show('full_page_writes'),
    synchronous_commit: await show('synchronous_commit'),
  };
};

const refuseWeak = async (db: Database, where: string): Promise<void> => {
  const weaknesses = postgresWeaknesses(await postgresSettings(db));
  if (weaknesses.length === 0) return;
  throw new StoreFault(
    'weak-durability',
    `${where}: ${weaknesses.join('; ')}. What is typed could be lost in a power cut. Set it in postgresql.conf and reload the server (\`select pg_reload_conf()\`).`,
  );
};

const migrationOf = (where: string): Migration => ({
  where,
  tables: (db) => listTables.postgres(db, NAMESPACE),
  lock: async (trx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
    const there = await sql`select 1 from pg_catalog.pg_namespace where nspname = ${NAMESPACE}`.execute(trx);
    // Asked first: “if not exists” would want the right to create even where there is nothing to.
    if (there.rows.length === 0) await trx.schema.createSchema(NAMESPACE).execute();
  },
  stamp: async () => {},
});

/** Instants and versions are far below 2^53, so they are numbers here as in SQLite. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === BIGINT_OID ? Number : pg.types.getTypeParser(oid, format);

/** For messages: never the password. */
const nameOf = (url: string): string => {
  try {
    const { host, pathname } = new URL(url);
    return `PostgreSQL at ${host || 'the default host'}, database “${pathname.slice(1)}”`;
  } catch {
    throw new StoreFault(
      'unreachable',
      'Database address: expected postgres://user:password@host:port/database, found something else (not shown: it may hold a password). Correct it.',
    );
  }
};
