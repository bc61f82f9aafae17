/** What a killed writer left, looked at in a new process, as the program that is started next would find it. */
import { DatabaseSync } from '@photostructure/sqlite';
import pg from 'pg';
import type { EventStore } from '../event-store.ts';
import { hashOf } from '../stored-text.ts';
import { idOf, type Place, plan } from './burst.ts';

export type Target = { readonly store: 'sqlite' | 'postgres'; readonly place: string };

export type Verdict = {
  readonly found: number;
  /** Acknowledged, and not there as it was sent. */
  readonly lost: readonly string[];
  /** Not acknowledged when the kill came, and there whole all the same. */
  readonly foundUnacknowledged: number;
  /** Half commands, gaps, damage: each a sentence. */
  readonly broken: readonly string[];
};

export const check = async (
  store: EventStore,
  target: Target,
  seed: number,
  acknowledged: readonly Place[],
  inFlight: readonly Place[],
): Promise<Verdict> => {
  const broken = [...(await brokenIn(target))];
  const lost: string[] = [];
  for (const place of acknowledged) {
    if (!(await isThere(store, seed, place))) lost.push(idOf(place));
  }
  let foundUnacknowledged = 0;
  for (const place of inFlight) {
    // As a client does that got no answer: sends it again, and it is taken now or was taken then, and never twice.
    const { request, content } = plan(seed, place);
    if (content !== undefined) await store.putContent(content);
    const answer = await store.append(request);
    if (answer.kind === 'conflict')
      broken.push(`${idOf(place)}, sent again: conflict with version ${answer.actual}`);
    if (answer.kind === 'applied-before') foundUnacknowledged += 1;
    if (!(await isThere(store, seed, place)))
      broken.push(`${idOf(place)}, sent again: not there as it was sent`);
  }
  return { found: acknowledged.length - lost.length, lost, foundUnacknowledged, broken };
};

const isThere = async (store: EventStore, seed: number, place: Place): Promise<boolean> => {
  const { request, content } = plan(seed, place);
  const events = (await store.read(request.interview, place.expected)).slice(0, request.events.length);
  const asSent =
    events.length === request.events.length &&
    events.every(
      (found, index) =>
        found.version === place.expected + 1 + index &&
        found.command === request.command &&
        JSON.stringify(found.event) === JSON.stringify(request.events[index]),
    );
  const again = await store.append(request);
  const remembered = again.kind === 'applied-before' && again.from === place.expected + 1;
  return (
    asSent && remembered && (content === undefined || (await store.getContent(hashOf(content))) === content)
  );
};

/** Each finds nothing in a sound database; they run in SQLite and in PostgreSQL. */
const UNSOUND = {
  'a command whose events are not all there': `
    select c.interview, c.id from commands c where c.to_version - c.from_version + 1 <>
      (select count(*) from events e where e.interview = c.interview and e.command = c.id
        and e.version between c.from_version and c.to_version)`,
  'an event without its command': `
    select e.interview, e.command from events e where not exists
      (select 1 from commands c where c.interview = e.interview and c.id = e.command)`,
  'versions with a gap, or another last one than the list says': `
    select i.id, 'version' from interviews i where i.version <> (select count(*) from events e where e.interview = i.id)
      or i.version <> (select coalesce(max(e.version), 0) from events e where e.interview = i.id)`,
  'a held content that is not there': `
    select h.interview, h.hash from held h where not exists (select 1 from contents c where c.hash = h.hash)`,
} as const;

const brokenIn = async ({ store, place }: Target): Promise<readonly string[]> => {
  const rowsOf = store === 'sqlite' ? sqliteRows(place) : postgresRows(place);
  const broken: string[] = [];
  for (const [what, statement] of Object.entries(UNSOUND)) {
    for (const row of await rowsOf(statement)) broken.push(`${what}: ${Object.values(row).join(' ')}`);
  }
  if (store === 'sqlite') {
    for (const row of await rowsOf('pragma quick_check')) {
      if (Object.values(row)[0] !== 'ok') broken.push(`quick_check: ${Object.values(row).join(' ')}`);
    }
  }
  return broken;
};

type Rows = (statement: string) => Promise<readonly Record<string, unknown>[]>;

const sqliteRows = (folder: string): Rows => {
  const handle = new DatabaseSync(`${folder}/dryrun.db`, { timeout: 5_000 });
  return async (statement) => handle.prepare(statement).all();
};

const postgresRows =
  (url: string): Rows =>
  async (statement) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('set search_path to dryrun');
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  };
