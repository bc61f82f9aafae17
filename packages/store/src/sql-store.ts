/**
 * The store over SQL, the same for SQLite and PostgreSQL. What differs is in `Engine`.
 *
 *     append:  lock the interview's row ─▶ command known? ─▶ version as expected? ─▶ write everything ─▶ commit ─▶ ring
 *
 * Invariants: whoever writes to a stream holds its row until the commit, so versions become visible in order and
 * without gaps; the command, its events, the contents it holds and the summary are there together or not at all;
 * `append` resolves after the commit is on disk (durability.ts says which settings make that true).
 */
import { randomUUID } from 'node:crypto';
import { type CommandId, InterviewId } from '@dryrun/domain';
import type { Transaction } from 'kysely';
import { type Batch, batchOfAdoption, batchOfAppend } from './batch.ts';
import { type Appended, type EventStore, StoreFault } from './event-store.ts';
import { followStream } from './follow.ts';
import { dueAt, newestFirst } from './listing.ts';
import type { Notices } from './notices.ts';
import { createRecentPuts } from './recent-puts.ts';
import type { Database, Tables } from './schema.ts';
import {
  contentsHeldBy,
  contentsNobodyCameFor,
  dropUnheld,
  holdContents,
  insertContent,
} from './sql-contents.ts';
import { eventsAfter, lookAfter, readListed } from './sql-reads.ts';
import { hashOf, refuseUnstorable } from './stored-text.ts';

export type Engine = {
  readonly db: Database;
  /** Whether `select … for update` means anything; where it does not, a transaction has the database to itself. */
  readonly locksRows: boolean;
  readonly notices: Notices;
  /** Inside the writing transaction: tell other processes, once it is committed. Version 0: deleted. */
  readonly announce: (trx: Database, interview: InterviewId, version: number) => Promise<void>;
  readonly afterDeletion: () => Promise<void>;
  /** Lost to somebody else in a way that trying again settles: a duplicate key, a deadlock, a serialisation failure. */
  readonly isRace: (error: unknown) => boolean;
  readonly faultOf: (error: unknown) => unknown;
  readonly close: () => Promise<void>;
};

const RACES_MAX = 20;
const ROWS_PER_INSERT = 200;

class BegunMeanwhile extends Error {}

export const createSqlStore = (engine: Engine): EventStore => {
  const { db, locksRows, notices } = engine;
  const recent = createRecentPuts();
  let closing: Promise<void> | undefined;

  const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closing) throw new Error('The store is closed: open it again.');
    try {
      return await work();
    } catch (error) {
      throw engine.faultOf(error);
    }
  };

  const transact = async <Result>(work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result> => {
    for (let race = 1; ; race += 1) {
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (race === RACES_MAX || !(error instanceof BegunMeanwhile || engine.isRace(error))) throw error;
      }
    }
  };

  const write = (batch: Batch, command: CommandId | undefined): Promise<Appended> =>
    guarded(async () => {
      const answer = await transact(async (trx): Promise<Appended> => {
        const row = await lockInterview(trx, batch.interview);
        const applied = row && command && (await versionsOf(trx, batch.interview, command));
        if (applied) return { kind: 'applied-before', ...applied };
        const actual = row?.version ?? 0;
        if (actual !== batch.expected || (row && command === undefined)) return { kind: 'conflict', actual };
        const appended = { kind: 'appended', from: batch.expected + 1, to: batch.version } as const;
        // A command that makes nothing of an interview that is not there (a wake-up of a deleted one) leaves nothing.
        if (batch.version === 0) return appended;
        await writeBatch(trx, batch, row !== undefined);
        return appended;
      });
      if (answer.kind !== 'conflict') recent.forget(batch.contents);
      if (answer.kind === 'appended') notices.ring(batch.interview);
      return answer;
    });

  const lockInterview = async (trx: Database, interview: InterviewId) => {
    const query = trx.selectFrom('interviews').select('version').where('id', '=', interview);
    return (locksRows ? query.forUpdate() : query).executeTakeFirst();
  };

  const writeBatch = async (trx: Database, batch: Batch, begun: boolean): Promise<void> => {
    const columns = {
      version: batch.version,
      last_at: batch.lastAt,
      wake_at: batch.wakeAt,
      system: batch.summary.system,
      title: batch.summary.title,
      level: batch.summary.level,
      format: batch.summary.format,
      status: batch.summary.status,
      started_at: batch.summary.startedAt,
    };
    if (begun) {
      await trx.updateTable('interviews').set(columns).where('id', '=', batch.interview).execute();
    } else {
      const begins = await trx
        .insertInto('interviews')
        .values({ id: batch.interview, born: randomUUID(), ...columns })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!begins) throw new BegunMeanwhile();
    }
    for (const rows of chunksOf(batch.commands)) await trx.insertInto('commands').values(rows).execute();
    for (const rows of chunksOf(batch.events)) await trx.insertInto('events').values(rows).execute();
    await holdContents(trx, batch.interview, batch.contents, recent, locksRows);
    await engine.announce(trx, batch.interview, batch.version);
  };

  return {
    append: async (request) => write(batchOfAppend(request), request.command),
    adopt: async (events, wakeAt, summary) => write(batchOfAdoption(events, wakeAt, summary), undefined),
    read: (interview, after = 0) => guarded(() => eventsAfter(db, interview, after)),
    follow: (interview, after, signal) =>
      followStream(
        {
          look: (followed, from) => guarded(() => lookAfter(db, followed, from)),
          notices,
          closed: () => closing !== undefined,
        },
        interview,
        after,
        signal,
      ),
    list: () => guarded(async () => newestFirst(await readListed(db))),
    due: (at) =>
      guarded(async () => {
        const rows = await db
          .selectFrom('interviews')
          .select(['id', 'wake_at'])
          .where('wake_at', 'is not', null)
          .where((either) =>
            either.or([
              either('wake_at', '<=', at),
              either('wake_at', '=', (next) =>
                next
                  .selectFrom('interviews as later')
                  .select((of) => of.fn.min('later.wake_at').as('next'))
                  .where('later.wake_at', '>', at),
              ),
            ]),
          )
          .execute();
        return dueAt(
          at,
          rows.map((row) => ({ interview: InterviewId.parse(row.id), wakeAt: row.wake_at })),
        );
      }),
    putContent: (text) =>
      guarded(async () => {
        refuseUnstorable('Content', text);
        const hash = hashOf(text);
        await insertContent(db, hash, text);
        recent.remember(hash, text);
        return hash;
      }),
    getContent: (hash) =>
      guarded(async () => {
        const row = await db
          .selectFrom('contents')
          .select('text')
          .where('hash', '=', hash)
          .executeTakeFirst();
        if (!row) return recent.recall(hash);
        if (hashOf(row.text) === hash) return row.text;
        throw new StoreFault(
          'corrupt',
          `Content ${hash}: expected the text of that SHA-256, found ${row.text.length} characters of another. Restore a copy of the database. Nothing was changed.`,
        );
      }),
    delete: (interview) =>
      guarded(async () => {
        const deleted = await transact(async (trx) => {
          if (!(await lockInterview(trx, interview))) return false;
          const candidates = [
            ...(await contentsHeldBy(trx, interview)),
            ...(await contentsNobodyCameFor(trx)),
          ];
          for (const table of ['events', 'commands', 'held'] as const) {
            await trx.deleteFrom(table).where('interview', '=', interview).execute();
          }
          await trx.deleteFrom('interviews').where('id', '=', interview).execute();
          await dropUnheld(trx, candidates, locksRows);
          await engine.announce(trx, interview, 0);
          return true;
        });
        if (deleted) {
          notices.ring(interview);
          await engine.afterDeletion();
        }
        return deleted;
      }),
    close: () => {
      closing ??= engine.close();
      notices.ringAll();
      return closing;
    },
  };
};

const versionsOf = async (trx: Database, interview: InterviewId, command: CommandId) => {
  const row = await trx
    .selectFrom('commands')
    .select(['from_version', 'to_version'])
    .where('interview', '=', interview)
    .where('id', '=', command)
    .executeTakeFirst();
  return row && { from: row.from_version, to: row.to_version };
};

/** Both databases limit how many values one statement may carry. */
function* chunksOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT)
    yield rows.slice(start, start + ROWS_PER_INSERT);
}
