import { describe, expect, it } from 'vitest';
import type { Subject } from './subject.ts';
import {
  append,
  appendUntilTaken,
  one,
  sleep,
  spoke,
  stream,
  summary,
  two,
  upTo,
  versionsOf,
} from './given.ts';
import { watch } from './watch.ts';

export const followRules = ({ store, another, shares }: Subject): void => {
  describe('following', () => {
    it('ST11 shows each version once and in order: what was there, then what comes', async () => {
      await store().append(append(one, 0, { events: [spoke('a'), spoke('b', 1)] }));
      const watching = watch(store(), one);
      await watching.reach(2);
      await store().append(append(two, 0));
      await store().append(append(one, 2));
      await watching.reach(3);
      expect(watching.seen).toEqual(await store().read(one));
      await watching.stop();
    });

    it('ST11 begins after the version it is asked for, and waits for an interview that is yet to begin', async () => {
      const unborn = watch(store(), two);
      await store().append(append(one, 0, { events: [spoke('a'), spoke('b', 1), spoke('c', 2)] }));
      const midway = watch(store(), one, 2);
      const ahead = watch(store(), one, 3);
      await midway.reach(3);
      await store().append(append(one, 3));
      await Promise.all([midway.reach(4), ahead.reach(4)]);
      expect(versionsOf(midway.seen)).toEqual([3, 4]);
      expect(versionsOf(ahead.seen)).toEqual([4]);
      expect(unborn.seen).toEqual([]);
      await store().append(append(two, 0));
      await unborn.reach(1);
      await Promise.all([midway.stop(), ahead.stop(), unborn.stop()]);
    });

    it('ST11 shows a long stream whole to a reader that takes its time', async () => {
      await store().adopt(
        stream(
          one,
          upTo(700).map((turn) => spoke(`turn ${turn}`, turn)),
        ),
        null,
        summary,
      );
      const abort = new AbortController();
      const seen: number[] = [];
      for await (const event of store().follow(one, 0, abort.signal)) {
        seen.push(event.version);
        if (event.version % 200 === 0) await appendUntilTaken(store(), append(one, 700));
        if (event.version === 703) break;
      }
      expect(seen).toEqual(upTo(703));
    });

    it('ST11 shows eight writers’ versions once and in order to followers that start at any time', async () => {
      const writers = await Promise.all(
        upTo(8).map((writer) => (shares && writer > 6 ? another() : store())),
      );
      const watching = [watch(store(), one)];
      await Promise.all(
        writers.map(async (mine, writer) => {
          for (const line of upTo(10)) {
            await appendUntilTaken(
              mine,
              append(one, 0, { events: [spoke(`${writer}, ${line}`), spoke('and')] }),
            );
            if (line === 5 && writer % 2 === 0)
              watching.push(watch(writers[7 - writer] ?? mine, one, writer));
          }
        }),
      );
      for (const each of watching) await each.reach(160);
      for (const [index, each] of watching.entries()) {
        const [first] = each.seen;
        expect(versionsOf(each.seen)).toEqual(upTo(160).slice((first?.version ?? 0) - 1));
        if (index === 0) expect(first?.version).toBe(1);
        await each.stop();
      }
    });

    it('ST12 ends when its signal aborts, also before it began and while it waits', async () => {
      await store().append(append(one, 0, { events: [spoke('a'), spoke('b', 1)] }));
      const waiting = watch(store(), one);
      await waiting.reach(2);
      await waiting.stop();
      const never: number[] = [];
      for await (const event of store().follow(one, 0, AbortSignal.abort())) never.push(event.version);
      expect(never).toEqual([]);
      const abort = new AbortController();
      const seen: number[] = [];
      for await (const event of store().follow(one, 0, abort.signal)) {
        seen.push(event.version);
        abort.abort();
      }
      expect(seen).toEqual([1]);
      await store().append(append(one, 2));
      expect(versionsOf(waiting.seen)).toEqual([1, 2]);
    });

    it('ST12 ends when the interview is deleted, and where it was deleted before', async () => {
      await store().append(append(one, 0));
      await store().append(append(two, 0));
      const watching = watch(store(), one);
      const other = watch(store(), two);
      await Promise.all([watching.reach(1), other.reach(1)]);
      await store().delete(one);
      await watching.ended;
      await watch(store(), one, 1).ended;
      expect(other.isOver()).toBe(false);
      await other.stop();
    });

    it('ST12 does not go on with an interview that was deleted and brought again', async () => {
      await store().append(append(one, 0));
      const watching = watch(store(), one);
      await watching.reach(1);
      await Promise.all([
        store().delete(one),
        store().adopt(
          stream(
            one,
            upTo(5).map(() => spoke('x')),
          ),
          null,
          summary,
        ),
      ]);
      await store().delete(one);
      await watching.ended;
      expect(versionsOf(watching.seen)).toEqual([1]);
    });

    it('ST12 ends when the store is closed', async () => {
      const own = await another();
      const watching = watch(own, one);
      await sleep(10);
      await own.close();
      await watching.ended;
      await expect(own.read(one)).rejects.toThrow('The store is closed');
    });

    if (shares) {
      it('ST13 shows what another program appends, and ends when another deletes', async () => {
        const other = await another();
        const watching = watch(store(), one);
        await other.append(append(one, 0));
        await watching.reach(1);
        await store().append(append(one, 1));
        await other.append(append(one, 2));
        await watching.reach(3);
        expect(versionsOf(watching.seen)).toEqual([1, 2, 3]);
        await other.delete(one);
        await watching.ended;
      });

      it('ST13 finds what was acknowledged after closing and opening again', async () => {
        await store().append(append(one, 0));
        const hash = await store().putContent('kept');
        const before = await store().list();
        await store().close();
        const again = await another();
        expect(await again.list()).toEqual(before);
        expect(versionsOf(await again.read(one))).toEqual([1]);
        expect(await again.getContent(hash)).toBe('kept');
      });
    }
  });
};
