import type { InterviewId } from '@dryrun/domain';
import pg from 'pg';
import { START, spoke } from './given.ts';

export type Raw = {
  query<Row extends pg.QueryResultRow>(
    statement: string,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>;
  /** What the store writes for one append, statement by statement, inside a transaction that the test holds open. */
  append(interview: InterviewId, version: number, wakeAt: number | null): Promise<void>;
  listen(heard: (payload: string) => void): Promise<void>;
  end(): Promise<void>;
};

/** A connection past the store: for holding a transaction open, and for looking into tables. */
export const connectRaw = async (url: string): Promise<Raw> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  await client.query('set search_path to dryrun');
  const query: Raw['query'] = async (statement, values = []) =>
    (await client.query(statement, [...values])).rows;
  return {
    query,
    append: async (interview, version, wakeAt) => {
      const command = `raw-${version}`;
      await query('update interviews set version = $2, wake_at = $3 where id = $1', [
        interview,
        version,
        wakeAt,
      ]);
      await query('insert into commands values ($1, $2, $3, $3)', [interview, command, version]);
      await query(
        'insert into events (interview, version, at, command, schema, event) values ($1, $2, $3, $4, 1, $5)',
        [interview, version, START, command, JSON.stringify(spoke('raw', version))],
      );
      await query(`select pg_notify('dryrun_events', $1)`, [`${interview} ${version}`]);
    },
    listen: async (heard) => {
      client.on('notification', ({ payload = '' }) => heard(payload));
      await client.query('listen dryrun_events');
    },
    end: () => client.end(),
  };
};
