import { expect, it } from 'vitest';
import { followStream, type Look } from './follow.ts';
import { createNotices } from './notices.ts';
import { one, spoke, stream, upTo } from './testing/given.ts';

const events = stream(
  one,
  upTo(9).map((turn) => spoke(`turn ${turn}`, turn)),
);

/** A store of which the test says what is visible when, and who is told. */
const fake = () => {
  let visible = 0;
  let looks = 0;
  const notices = createNotices();
  const look = async (_: string, after: number): Promise<Look> => {
    looks += 1;
    return { born: 'once', events: events.slice(after, visible) };
  };
  const abort = new AbortController();
  const following = followStream({ look, notices, closed: () => false }, one, 0, abort.signal);
  return {
    notices,
    abort,
    next: async () => (await following.next()).value?.version,
    show: (version: number) => {
      visible = version;
    },
    looks: () => looks,
  };
};

it('ST28 shows what a lost notice was of with the next one, whoever it is for', async () => {
  const { notices, next, show } = fake();
  show(1);
  expect(await next()).toBe(1);
  show(3);
  const second = next();
  notices.ringAll();
  expect([await second, await next()]).toEqual([2, 3]);
});

it('ST28 hears a notice that comes while it looks', async () => {
  const { notices, next, show } = fake();
  const first = next();
  show(1);
  notices.ring(one);
  expect(await first).toBe(1);
});

it('ST28 looks once for any number of notices between two looks', async () => {
  const { notices, next, show, looks } = fake();
  show(1);
  await next();
  const before = looks();
  for (const _ of upTo(100)) notices.ring(one);
  const second = next();
  for (const _ of upTo(5)) await Promise.resolve();
  show(2);
  notices.ring(one);
  expect(await second).toBe(2);
  expect(looks() - before).toBeLessThanOrEqual(3);
});

it('ST12 takes its bell down when it ends', async () => {
  const { notices, next, abort, show } = fake();
  show(1);
  await next();
  expect(notices.bells()).toBe(1);
  const waiting = next();
  abort.abort();
  expect(await waiting).toBeUndefined();
  expect(notices.bells()).toBe(0);
});
