/**
 * Which settings make an acknowledged append survive a power cut, as functions over what a database says of itself.
 * `open…Store` refuses a database of which one of these has something to say.
 *
 *     SQLite       journal_mode = wal and synchronous = FULL: the log is synced before the commit returns. NORMAL syncs at
 *                  checkpoints only: the last seconds go with the power. Entering WAL mode lowers `synchronous` in
 *                  some builds, so it is set, and read back.
 *     PostgreSQL   fsync, full_page_writes, and synchronous_commit for our sessions.
 */
export type SqliteSettings = {
  readonly journal_mode: string;
  readonly synchronous: number;
  readonly fullfsync: number;
  readonly checkpoint_fullfsync: number;
};

const FULL = 2;

/** Each sentence names a setting, what was expected and what was found. None: durable. */
export const sqliteWeaknesses = (found: SqliteSettings): readonly string[] => [
  ...(found.journal_mode === 'wal' ? [] : [`journal_mode: expected wal, found ${found.journal_mode}`]),
  ...(found.synchronous >= FULL ? [] : [`synchronous: expected FULL (2), found ${found.synchronous}`]),
  // macOS only: there a plain fsync leaves the disk's own cache unwritten.
  ...(found.fullfsync === 1 ? [] : [`fullfsync: expected 1, found ${found.fullfsync}`]),
  ...(found.checkpoint_fullfsync === 1
    ? []
    : [`checkpoint_fullfsync: expected 1, found ${found.checkpoint_fullfsync}`]),
];

export type PostgresSettings = {
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
};

const SYNCHRONOUS = ['on', 'remote_apply', 'remote_write', 'local'];

export const postgresWeaknesses = (found: PostgresSettings): readonly string[] => [
  ...(found.fsync === 'on' ? [] : [`fsync: expected on, found ${found.fsync}`]),
  ...(found.full_page_writes === 'on'
    ? []
    : [`full_page_writes: expected on, found ${found.full_page_writes}`]),
  ...(SYNCHRONOUS.includes(found.synchronous_commit)
    ? []
    : [`synchronous_commit: expected on, found ${found.synchronous_commit}`]),
];
