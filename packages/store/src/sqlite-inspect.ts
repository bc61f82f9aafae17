/**
 * Is it whole, is it ours, is it of a schema we know? Asked before anything is written.
 *
 * Where nobody else has the file open (nothing lies beside it) it is read as `immutable`: SQLite then neither locks,
 * nor recovers, nor makes a file beside it, so a file that is refused here is left as it was, to the byte. Where a log
 * lies beside it, somebody has it open or was killed; then it is read with its log, as it must be.
 */
import { existsSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import { damaged, type Migration, schemaOf } from './migrations.ts';
import type { Database, Tables } from './schema.ts';
import { sqliteDialect, untilFree } from './sqlite-dialect.ts';
import { sqliteFault } from './sqlite-faults.ts';

type Handle = InstanceType<typeof DatabaseSync>;

/** 8 MB take 10 ms here, 115 MB take 90 ms: a larger file is checked page by page, as it is read. */
const CHECKED_WHOLE_BYTES_MAX = 8 * 1024 * 1024;

/** @returns whether it could be judged without touching it. */
export const inspectAlone = async (path: string, migration: Migration): Promise<boolean> => {
  if (!liesAlone(path)) return false;
  const handle = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
  try {
    await inspect(handle, new Kysely<Tables>({ dialect: sqliteDialect(handle) }), path, migration);
    return true;
  } catch (error) {
    // Somebody opened it in this very moment: what was seen may be half of what they wrote.
    if (!liesAlone(path)) return false;
    throw sqliteFault(error, path);
  } finally {
    handle.close();
  }
};

export const inspect = async (
  handle: Handle,
  db: Database,
  path: string,
  migration: Migration,
): Promise<void> => {
  if (statSync(path).size <= CHECKED_WHOLE_BYTES_MAX) {
    const found = await untilFree(() => String(pragma(handle, 'quick_check(1)')));
    if (found !== 'ok') throw damaged(path, `“${found}”`);
  }
  await schemaOf(db, migration);
};

export const pragma = (handle: Handle, name: string): unknown => {
  const row: Record<string, unknown> = handle.prepare(`pragma ${name}`).get();
  return Object.values(row)[0];
};

const liesAlone = (path: string): boolean =>
  !['-wal', '-shm', '-journal'].some((suffix) => existsSync(`${path}${suffix}`));
