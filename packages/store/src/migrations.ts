/**
 * How a database comes to the schema of this program. Steps are numbered by their place and only ever appended: a
 * step that has been released is never edited, because somewhere it has already run.
 *
 *     nothing ─▶ 1 ─▶ 2 … ─▶ latest        newer than latest, or not ours ─▶ StoreFault, nothing written
 *
 * All missing steps and the new number are one transaction, which two programs starting at once enter one after the
 * other; the second finds nothing left to do.
 */
import { sql } from 'kysely';
import { StoreFault } from './event-store.ts';
import { type Database, TABLES } from './schema.ts';

const first = async (db: Database): Promise<void> => {
  await db.schema
    .createTable('interviews')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('born', 'text', (column) => column.notNull())
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addColumn('wake_at', 'bigint')
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('format', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('interviews_wake_at').on('interviews').column('wake_at').execute();
  await db.schema
    .createTable('events')
    .addColumn('interview', 'text', (column) => column.notNull().references('interviews.id'))
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('schema', 'integer', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_pk', ['interview', 'version'])
    .execute();
  await db.schema
    .createTable('commands')
    .addColumn('interview', 'text', (column) => column.notNull().references('interviews.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('from_version', 'bigint', (column) => column.notNull())
    .addColumn('to_version', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('commands_pk', ['interview', 'id'])
    .execute();
  await db.schema
    .createTable('contents')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('put_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('held')
    .addColumn('interview', 'text', (column) => column.notNull().references('interviews.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('held_pk', ['interview', 'hash'])
    .execute();
  await db.schema.createIndex('held_hash').on('held').column('hash').execute();
};

const steps = [first] as const;

export const LATEST_SCHEMA = steps.length;
const APPLICATION = 'dryrun';

export type Migration = {
  /** For messages: the file's path, or the server's name and database. */
  readonly where: string;
  readonly tables: (db: Database) => Promise<readonly string[]>;
  /** First thing in the transaction: whoever else migrates waits until it ends. */
  readonly lock: (db: Database) => Promise<void>;
  /** Last thing in the transaction. */
  readonly stamp: (db: Database) => Promise<void>;
};

/** @returns whether anything had to be done. */
export const migrate = async (db: Database, migration: Migration): Promise<boolean> => {
  if ((await schemaOf(db, migration)) === LATEST_SCHEMA) return false;
  return db.transaction().execute(async (trx) => {
    await migration.lock(trx);
    const found = await schemaOf(trx, migration);
    if (found === LATEST_SCHEMA) return false;
    if (found === 0) await createMeta(trx);
    for (const step of steps.slice(found)) await step(trx);
    await trx
      .updateTable('meta')
      .set({ value: String(LATEST_SCHEMA) })
      .where('name', '=', 'schema')
      .execute();
    await migration.stamp(trx);
    return true;
  });
};

/** The number of the schema found, 0 where there is nothing at all. */
export const schemaOf = async (db: Database, { where, tables }: Migration): Promise<number> => {
  const found = await tables(db);
  if (found.length === 0) return 0;
  if (!found.includes('meta')) throw notOurs(where, `the tables ${found.slice(0, 5).join(', ')}`);
  const meta = new Map((await readMeta(db, where)).map((row) => [row.name, row.value]));
  if (meta.get('application') !== APPLICATION) {
    throw notOurs(where, `one that says it belongs to “${meta.get('application') ?? 'nobody'}”`);
  }
  const schema = Number(meta.get('schema'));
  if (!Number.isInteger(schema) || schema < 1) {
    throw damaged(where, `schema number “${meta.get('schema') ?? 'none'}”`);
  }
  if (schema > LATEST_SCHEMA) throw newerSchema(where, schema);
  const missing = TABLES.filter((table) => !found.includes(table));
  if (schema === LATEST_SCHEMA && missing.length > 0) throw damaged(where, `no table ${missing.join(', ')}`);
  return schema;
};

const readMeta = async (db: Database, where: string) => {
  try {
    return await db.selectFrom('meta').select(['name', 'value']).execute();
  } catch (error) {
    if (/no such column|does not exist/.test(String(error)))
      throw notOurs(where, 'a table “meta” of another shape');
    throw error;
  }
};

const createMeta = async (db: Database): Promise<void> => {
  await db.schema
    .createTable('meta')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db
    .insertInto('meta')
    .values([
      { name: 'application', value: APPLICATION },
      { name: 'schema', value: '0' },
    ])
    .execute();
};

export const newerSchema = (where: string, schema: number): StoreFault =>
  new StoreFault(
    'newer',
    `${where}: expected a database of schema ${LATEST_SCHEMA} or older, found schema ${schema}. A newer Dryrun wrote it: use that one or a later one, or choose another data folder or database. Nothing was changed.`,
  );

export const notOurs = (where: string, found: string): StoreFault =>
  new StoreFault(
    'corrupt',
    `${where}: expected a database of Dryrun's, found ${found}. Choose another data folder or database, or move this one away. Nothing was changed.`,
  );

export const damaged = (where: string, found: string, options?: ErrorOptions): StoreFault =>
  new StoreFault(
    'corrupt',
    `${where}: expected an undamaged database, found ${found}. Make a copy of it before anything else, then restore a backup or move it away to begin with an empty one. Nothing was changed.`,
    options,
  );

export const listTables = {
  sqlite: async (db: Database): Promise<readonly string[]> => {
    const found = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'`.execute(
      db,
    );
    return found.rows.map((row) => row.name);
  },
  postgres: async (db: Database, namespace: string): Promise<readonly string[]> => {
    const found = await sql<{ name: string }>`
      select tablename as name from pg_catalog.pg_tables where schemaname = ${namespace}`.execute(db);
    return found.rows.map((row) => row.name);
  },
} as const;
