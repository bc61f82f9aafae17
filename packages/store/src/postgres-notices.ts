/**
 * Notices across processes: one connection that listens, for as long as the store is open and from its first follower.
 *
 *     append (transaction) ── pg_notify('interview version') ──▶ at commit ──▶ every listener ──▶ that stream's bells
 *
 * While the connection is away notices are lost; so each time it listens (again) every bell is rung, and now and then
 * besides. A payload carries the stream and the version and nothing that anybody said.
 */
import type { Client } from 'pg';
import { createNotices, type Notices } from './notices.ts';

export const NOTICE_CHANNEL = 'dryrun_events';

const SAFETY_POLL_MS = 5_000;
const RETRY_MS_MIN = 50;
const RETRY_MS_MAX = 2_000;

export type PostgresNotices = { readonly notices: Notices; close(): Promise<void> };

export const createPostgresNotices = (connect: () => Client): PostgresNotices => {
  let client: Client | undefined;
  let closed = false;
  let started = false;
  let retryMs = RETRY_MS_MIN;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;

  const notices = createNotices({
    first: () => {
      poll = setInterval(() => notices.ringAll(), SAFETY_POLL_MS);
      if (started) return;
      started = true;
      void listen();
    },
    last: () => clearInterval(poll),
  });

  const listen = async (): Promise<void> => {
    const mine = connect();
    client = mine;
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      mine.end().catch(() => {});
      if (closed) return;
      retry = setTimeout(() => void listen(), retryMs);
      retryMs = Math.min(retryMs * 2, RETRY_MS_MAX);
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', ({ payload = '' }) => notices.ring(payload.split(' ')[0] ?? ''));
    try {
      await mine.connect();
      await mine.query(`listen ${NOTICE_CHANNEL}`);
      retryMs = RETRY_MS_MIN;
      // Whatever was committed before this connection listened, nobody was told of.
      notices.ringAll();
    } catch {
      again();
    }
  };

  return {
    notices,
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(poll);
      await client?.end().catch(() => {});
    },
  };
};
