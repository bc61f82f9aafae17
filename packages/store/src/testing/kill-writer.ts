/**
 * A process to be killed. It waits for one line that says what is left to look at and what to write, looks, and then
 * writes until the end, whoever brings that about:
 *
 *     in   { target, seed, round, acknowledged, inFlight }
 *     out  v verdict     s place (an append begins)     a place (it resolved)     f sentence (it failed)
 */
import { createInterface } from 'node:readline';
import { openPostgresStore } from '../postgres.ts';
import { openSqliteStore } from '../sqlite.ts';
import { burst, type Place } from './burst.ts';
import { check, type Target } from './kill-check.ts';

export type Order = {
  readonly target: Target;
  readonly seed: number;
  /** Undefined: only look. */
  readonly round: number | undefined;
  readonly acknowledged: readonly Place[];
  readonly inFlight: readonly Place[];
};

// To a pipe this is synchronous, so what was said before the kill is read after it.
const say = (kind: string, what: unknown) => process.stdout.write(`${kind} ${JSON.stringify(what)}\n`);

const obey = async ({ target, seed, round, acknowledged, inFlight }: Order): Promise<void> => {
  const { store: make, place } = target;
  const store =
    make === 'sqlite' ? await openSqliteStore({ folder: place }) : await openPostgresStore({ url: place });
  say('v', await check(store, target, seed, acknowledged, inFlight));
  if (round !== undefined) {
    await burst(store, seed, round, {
      started: (begun) => say('s', begun),
      acknowledged: (done) => say('a', done),
    });
  }
  await store.close();
};

const [line] = await new Promise<string[]>((resolve) => {
  createInterface({ input: process.stdin }).once('line', (first) => resolve([first]));
});
try {
  // What comes in was written by kill-rounds.ts, a moment ago.
  const order: Order = JSON.parse(line ?? '');
  await obey(order);
} catch (error) {
  say('f', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.exit();
