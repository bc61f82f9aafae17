import { InterviewId, type StoredEvent } from '@dryrun/domain';
import { type Listed, StoreFault } from './event-store.ts';
import type { Look } from './follow.ts';
import { readEvent } from './read-event.ts';
import type { Database, InterviewRow } from './schema.ts';

const LOOK_EVENTS_MAX = 256;

export const eventsAfter = async (
  db: Database,
  interview: InterviewId,
  after: number,
): Promise<readonly StoredEvent[]> => {
  const rows = await db
    .selectFrom('events')
    .select(['interview', 'version', 'at', 'command', 'schema', 'event'])
    .where('interview', '=', interview)
    .where('version', '>', after)
    .orderBy('version')
    .execute();
  return rows.map(readEvent);
};

/** One statement, so that which interview it is and which events it has are seen at one instant. */
export const lookAfter = async (
  db: Database,
  interview: InterviewId,
  after: number,
): Promise<Look | undefined> => {
  const rows = await db
    .selectFrom('interviews')
    .leftJoin('events', (join) =>
      join.onRef('events.interview', '=', 'interviews.id').on('events.version', '>', after),
    )
    .select([
      'interviews.born',
      'events.version',
      'events.at',
      'events.command',
      'events.schema',
      'events.event',
    ])
    .where('interviews.id', '=', interview)
    .orderBy('events.version')
    .limit(LOOK_EVENTS_MAX)
    .execute();
  const first = rows[0];
  if (!first) return undefined;
  const events = rows.flatMap(({ version, at, command, schema, event }) =>
    version === null || at === null || command === null || schema === null || event === null
      ? []
      : [readEvent({ interview, version, at, command, schema, event })],
  );
  return { born: first.born, events };
};

export const readListed = async (db: Database): Promise<readonly Listed[]> =>
  (await db.selectFrom('interviews').selectAll().execute()).map(listedOf);

const listedOf = (row: InterviewRow): Listed => ({
  interview: InterviewId.parse(row.id),
  version: row.version,
  lastAt: row.last_at,
  wakeAt: row.wake_at,
  system: row.system,
  title: row.title,
  level: row.level,
  format: row.format,
  status: statusOf(row),
  startedAt: row.started_at,
});

const STATUSES = ['running', 'paused', 'closed'] as const;

const statusOf = (row: InterviewRow): Listed['status'] => {
  const status = STATUSES.find((known) => known === row.status);
  if (status) return status;
  throw new StoreFault(
    'corrupt',
    `Interview ${row.id}: expected it to be ${STATUSES.join(', ')}, found “${row.status.slice(0, 24)}”. Restore a copy of the database. Nothing was changed.`,
  );
};
