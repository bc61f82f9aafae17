import { StoreFault } from './event-store.ts';
import { damaged } from './migrations.ts';

// Primary result codes of https://sqlite.org/rescode.html; the extended code carries more in its higher bytes.
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;
const CONSTRAINT_PRIMARYKEY = 1555;
const CONSTRAINT_UNIQUE = 2067;

export const isBusy = (error: unknown): boolean => primaryOf(error) === BUSY;

export const isDuplicate = (error: unknown): boolean => {
  const code = codeOf(error);
  return code === CONSTRAINT_PRIMARYKEY || code === CONSTRAINT_UNIQUE;
};

/** What is the world's doing, said as such; anything else is a bug and stays what it is. */
export const sqliteFault = (error: unknown, path: string): unknown => {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const cause = { cause: error };
  const unreachable = (found: string, todo: string) =>
    new StoreFault('unreachable', `${path}: expected to read and write it, found ${found}. ${todo}`, cause);
  switch (primaryOf(error)) {
    case CORRUPT:
    case NOTADB:
      return damaged(path, `“${error.message}”`, cause);
    case BUSY:
    case LOCKED:
      return unreachable('it locked by another program for many seconds', 'Stop the program that holds it.');
    case FULL:
      return unreachable('no space on the disk', 'Make room and do it again; what was acknowledged is safe.');
    case READONLY:
    case CANTOPEN:
    case IOERR:
      return unreachable(`“${error.message}”`, 'Check the permissions and the health of its disk.');
    default:
      return error;
  }
};

const primaryOf = (error: unknown): number | undefined => {
  const code = codeOf(error);
  return code === undefined ? undefined : code & 0xff;
};

const codeOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode;
  // The library gives no code to what `all()` throws (1.2.1), only SQLite's sentence; those are fixed.
  return SENTENCES.find(([sentence]) => error.message.startsWith(sentence))?.[1];
};

// https://github.com/sqlite/sqlite/blob/version-3.53.0/src/main.c, sqlite3ErrStr
const SENTENCES: readonly (readonly [string, number])[] = [
  ['database is locked', BUSY],
  ['database table is locked', LOCKED],
  ['attempt to write a readonly database', READONLY],
  ['disk I/O error', IOERR],
  ['database disk image is malformed', CORRUPT],
  ['database or disk is full', FULL],
  ['unable to open database file', CANTOPEN],
  ['file is not a database', NOTADB],
  ['UNIQUE constraint failed', CONSTRAINT_UNIQUE],
];
