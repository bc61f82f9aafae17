import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from './sqlite.ts';
import { plan } from './testing/burst.ts';
import { temporaryFolder } from './testing/folder.ts';
import { check } from './testing/kill-check.ts';
import { killRounds } from './testing/kill-rounds.ts';
import { findPostgres } from './testing/postgres.ts';
import { requirement } from './testing/requirement.ts';

const ROUNDS = 12;
const SEED = 20_261_120;

describe('a process that is killed in the middle of a burst', () => {
  const needsPostgres = requirement('postgres', findPostgres() !== undefined);

  it.for([
    { store: 'sqlite', skip: false, title: 'SQLite' },
    { store: 'postgres', skip: needsPostgres.skip, title: needsPostgres.title('PostgreSQL') },
  ] as const)(
    'ST25 loses nothing that was acknowledged: $title',
    { timeout: 120_000 },
    async ({ store, skip }, context) => {
      context.skip(skip);
      const { acknowledged, found, lost, broken, midAppend } = await killRounds({
        store,
        rounds: ROUNDS,
        seed: SEED,
      });
      expect({ lost, broken }).toEqual({ lost: [], broken: [] });
      expect(found).toBe(acknowledged);
      expect(acknowledged).toBeGreaterThan(ROUNDS);
      // Otherwise the kills came at idle moments and prove nothing.
      expect(midAppend).toBeGreaterThan(ROUNDS / 2);
    },
  );
});

describe('the check after a kill', () => {
  it('ST25 notices what is lost, half there or out of place', async () => {
    const { folder, remove } = temporaryFolder();
    const target = { store: 'sqlite', place: folder } as const;
    const store = await openSqliteStore({ folder });
    const places = [0, 1, 2, 3].map((stream) => ({ round: 1, stream, nth: 0, expected: 0 }));
    for (const place of places) {
      const { request, content } = plan(SEED, place);
      if (content !== undefined) await store.putContent(content);
      await store.append(request);
    }
    const look = () => check(store, target, SEED, places, []);
    expect(await look()).toMatchObject({ found: 4, lost: [], broken: [] });
    const raw = new DatabaseSync(`${folder}/dryrun.db`);
    raw.exec(`
      delete from commands where interview = 'round-1-stream-0';
      delete from events where interview = 'round-1-stream-1' and version = 1;
      update events set event = replace(event, 'line', 'lime') where interview = 'round-1-stream-2'`);
    const { found, lost, broken } = await look();
    expect({ found, lost }).toEqual({ found: 1, lost: ['r1-s0-n0', 'r1-s1-n0', 'r1-s2-n0'] });
    expect(broken.join('; ')).toMatch(
      /events are not all there: round-1-stream-1 .*event without its command: round-1-stream-0/,
    );
    expect(broken.join('; ')).toMatch(/gap.*round-1-stream-1/);
    await store.close();
    remove();
  });
});
