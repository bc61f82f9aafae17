/**
 * The file before SQLite sees it. Opening a database in WAL mode makes files beside it and may write what a log still
 * holds; so whose file it is, and from which schema, is read from its first hundred bytes, and a file that is refused
 * here was not touched at all.
 *
 *     offset 0   “SQLite format 3\0”      60  user_version: our schema      68  application_id: ours
 *     https://sqlite.org/fileformat.html#the_database_header
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StoreFault } from './event-store.ts';
import { damaged, LATEST_SCHEMA, newerSchema, notOurs } from './migrations.ts';

/** “DRYR” in ASCII. */
export const APPLICATION_ID = 0x44525952;
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;

/** @returns the path of the database in `folder`, which exists afterwards, for its owner only where it was made here. */
export const prepareFolder = (folder: string): string => {
  const whole = resolve(folder);
  try {
    const made = mkdirSync(whole, { recursive: true, mode: 0o700 });
    if (made) syncEntries(whole, dirname(made));
    if (!statSync(whole).isDirectory()) throw new Error('not a folder');
  } catch (cause) {
    throw new StoreFault(
      'unreachable',
      `${whole}: expected a folder to keep the database in, found ${cause instanceof Error ? cause.message : String(cause)}. Choose another data folder, or mend its permissions.`,
      { cause },
    );
  }
  return join(whole, 'dryrun.db');
};

/** @returns how many bytes there are: 0 where a new database is to be made. */
export const inspectFile = (path: string): number => {
  const { size, header } = readHeader(path);
  // A journal beside it means that its first page was being written when the power went: SQLite mends that, we look later.
  if (size === 0 || existsSync(`${path}-journal`)) return size;
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw damaged(path, `${size} bytes that do not begin as a SQLite database does`);
  }
  const application = header.readUInt32BE(68);
  if (application !== APPLICATION_ID) {
    throw notOurs(path, `a SQLite database of another application (application_id ${application})`);
  }
  const schema = header.readUInt32BE(60);
  if (schema > LATEST_SCHEMA) throw newerSchema(path, schema);
  return size;
};

const readHeader = (path: string): { size: number; header: Buffer } => {
  if (!existsSync(path)) return { size: 0, header: Buffer.alloc(0) };
  try {
    const file = openSync(path, 'r');
    try {
      const header = Buffer.alloc(HEADER_BYTES);
      const read = readSync(file, header, 0, HEADER_BYTES, 0);
      return { size: statSync(path).size, header: header.subarray(0, read) };
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new StoreFault(
      'unreachable',
      `${path}: expected to read it, found ${cause instanceof Error ? cause.message : String(cause)}. Mend its permissions, or choose another data folder.`,
      { cause },
    );
  }
};

/** A folder's name is in its parent: a new one that is not synced there goes with the power, and all in it. */
const syncEntries = (from: string, to: string): void => {
  if (process.platform === 'win32') return;
  for (let folder = from; ; folder = dirname(folder)) {
    const file = openSync(folder, 'r');
    fsyncSync(file);
    closeSync(file);
    if (folder === to || folder === dirname(folder)) return;
  }
};
