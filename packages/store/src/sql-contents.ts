/**
 * Contents in the database: who holds them, and when they go. A content goes with the last interview that was held
 * with it, and never with one that was not. One that nobody came to hold (its interview was deleted, or the program
 * stopped, between the put and the append) goes with the next deletion or start after an hour: long enough for any
 * interview that is being opened right now.
 */
import type { ContentHash } from '@dryrun/domain';
import type { RecentPuts } from './recent-puts.ts';
import type { Database } from './schema.ts';

const UNHELD_KEPT_MS = 3_600_000;

export const insertContent = async (db: Database, hash: ContentHash, text: string): Promise<void> => {
  await db
    .insertInto('contents')
    .values({ hash, text, put_at: Date.now() })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
};

/**
 * In the transaction of the append that names them. The rows are locked (where rows can be) against a deletion that
 * has looked for holders and does not see this one yet; it then waits, looks again and finds it.
 */
export const holdContents = async (
  trx: Database,
  interview: string,
  hashes: readonly ContentHash[],
  recent: RecentPuts,
  locksRows: boolean,
): Promise<void> => {
  if (hashes.length === 0) return;
  const query = trx.selectFrom('contents').select('hash').where('hash', 'in', hashes).orderBy('hash');
  const there = new Set((await (locksRows ? query.forShare() : query).execute()).map((row) => row.hash));
  for (const hash of hashes) {
    const text = there.has(hash) ? undefined : recent.recall(hash);
    if (text !== undefined) await insertContent(trx, hash, text);
  }
  await trx
    .insertInto('held')
    .values(hashes.map((hash) => ({ interview, hash })))
    .onConflict((conflict) => conflict.columns(['interview', 'hash']).doNothing())
    .execute();
};

export const contentsHeldBy = async (trx: Database, interview: string): Promise<readonly string[]> =>
  (await trx.selectFrom('held').select('hash').where('interview', '=', interview).execute()).map(
    (row) => row.hash,
  );

export const contentsNobodyCameFor = async (db: Database): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom('contents')
    .select('hash')
    .where('put_at', '<', Date.now() - UNHELD_KEPT_MS)
    .where('hash', 'not in', (held) => held.selectFrom('held').select('held.hash'))
    .execute();
  return rows.map((row) => row.hash);
};

/** Locks first and looks for holders afterwards, in a statement of its own: only then does it see every holder. */
export const dropUnheld = async (
  trx: Database,
  candidates: readonly string[],
  locksRows: boolean,
): Promise<void> => {
  if (candidates.length === 0) return;
  if (locksRows) {
    await trx
      .selectFrom('contents')
      .select('hash')
      .where('hash', 'in', candidates)
      .orderBy('hash')
      .forUpdate()
      .execute();
  }
  await trx
    .deleteFrom('contents')
    .where('hash', 'in', candidates)
    .where('hash', 'not in', (held) => held.selectFrom('held').select('held.hash'))
    .execute();
};

/** At the start of a program. @returns whether there was anything to drop. */
export const dropNobodyCameFor = async (db: Database, locksRows: boolean): Promise<boolean> => {
  if ((await contentsNobodyCameFor(db)).length === 0) return false;
  await db.transaction().execute(async (trx) => dropUnheld(trx, await contentsNobodyCameFor(trx), locksRows));
  return true;
};
