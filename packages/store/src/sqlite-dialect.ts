/**
 * Kysely over `@photostructure/sqlite`: one connection, one transaction at a time, which takes the write lock at its
 * beginning (`begin immediate`), so that what it reads cannot be outdated when it writes.
 *
 * The library blocks. Inside a transaction that is all there is to wait for, so a transaction never spans two turns of
 * the event loop. Waiting for another process is done between statements instead, without blocking: see `untilFree`.
 */
import type { DatabaseSync } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { isBusy } from './sqlite-faults.ts';

type Handle = InstanceType<typeof DatabaseSync>;

const WAIT_MS_MAX = 15_000;
const STATEMENTS_MAX = 200;

export const sqliteDialect = (handle: Handle): Dialect => ({
  createDriver: () => sqliteDriver(handle),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

/** Another process writes, recovers or closes: tries again for a while, letting everybody else in here go on. */
export const untilFree = async <Result>(work: () => Result): Promise<Result> => {
  const until = performance.now() + WAIT_MS_MAX;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 1.5, 50)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
    }
    // A random part, so that two that collided do not collide again in step.
    await new Promise((resolve) => setTimeout(resolve, waitMs * (0.5 + Math.random())));
  }
};

const sqliteDriver = (handle: Handle): Driver => {
  const connection = sqliteConnection(handle);
  let last: Promise<void> = Promise.resolve();
  let release = () => {};
  const run = (statement: string) => connection.executeQuery(CompiledQuery.raw(statement));
  return {
    init: async () => {},
    acquireConnection: async () => {
      const before = last;
      const { promise, resolve } = withResolver();
      last = promise;
      await before;
      release = resolve;
      return connection;
    },
    releaseConnection: async () => release(),
    beginTransaction: async () => {
      await run('begin immediate');
    },
    commitTransaction: async () => {
      await run('commit');
    },
    rollbackTransaction: async () => {
      // A full disk or a failed write has ended it already; rolling back again would hide that error.
      if (handle.isTransaction) await run('rollback');
    },
    destroy: async () => handle.close(),
  };
};

const sqliteConnection = (handle: Handle): DatabaseConnection => {
  const prepared = new Map<string, { statement: ReturnType<Handle['prepare']>; reads: boolean }>();

  const prepare = (text: string) => {
    const known = prepared.get(text);
    if (known) return known;
    const statement = handle.prepare(text);
    const made = { statement, reads: statement.columns().length > 0 };
    if (prepared.size >= STATEMENTS_MAX) prepared.clear();
    prepared.set(text, made);
    return made;
  };

  const execute = ({ sql, parameters }: CompiledQuery) => {
    const { statement, reads } = prepare(sql);
    if (reads) return { rows: statement.all(...parameters) };
    return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
  };

  return {
    executeQuery: async (query) => (handle.isTransaction ? execute(query) : untilFree(() => execute(query))),
    // Part of kysely's interface; the store never asks for it.
    streamQuery: () => {
      throw new Error('The SQLite dialect does not stream.');
    },
  };
};

const withResolver = () => {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};
