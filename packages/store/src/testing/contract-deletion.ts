import { describe, expect, it } from 'vitest';
import type { Subject } from './subject.ts';
import { append, appendUntilTaken, one, spoke, stream, summary, two, upTo, versionsOf } from './given.ts';

export const deletionRules = ({ store }: Subject): void => {
  describe('deleting', () => {
    it('ST17 leaves nothing of an interview: events, commands, list, wake-up', async () => {
      const first = append(one, 0, { wakeAt: 5 });
      await store().append(first);
      await store().append(append(two, 0));
      expect(await store().delete(one)).toBe(true);
      expect(await store().delete(one)).toBe(false);
      expect(await store().read(one)).toEqual([]);
      expect(await store().due(99)).toEqual({ now: [], next: null });
      expect(await store().list()).toMatchObject([{ interview: two }]);
      expect(versionsOf(await store().read(two))).toEqual([1]);
      // Its command ids are gone as well: this is a new interview, and nothing was applied to it before.
      expect(await store().append(first)).toEqual({ kind: 'appended', from: 1, to: 1 });
    });

    it('ST17 says there was none of an unknown interview', async () => {
      expect(await store().delete(one)).toBe(false);
    });

    it('ST18 does not let a late append bring it back', async () => {
      await store().append(append(one, 0, { events: [spoke('a'), spoke('b', 1)] }));
      await store().delete(one);
      expect(await store().append(append(one, 2))).toEqual({ kind: 'conflict', actual: 0 });
      expect(await store().append(append(one, 0, { events: [] }))).toMatchObject({ kind: 'appended', to: 0 });
      expect(await store().list()).toEqual([]);
    });

    it('ST18 is whole among appends that come at the same time', async () => {
      for (const round of upTo(10)) {
        await store().append(append(one, 0));
        const late = upTo(4).map(() => store().append(append(one, 1)));
        const [gone] = await Promise.all([store().delete(one), ...late]);
        expect(gone, `round ${round}`).toBe(true);
        expect(await store().read(one)).toEqual([]);
        expect(await store().list()).toEqual([]);
      }
    });

    it('ST18 makes room for the same interview brought again', async () => {
      const brought = stream(one, [spoke('a'), spoke('b', 1)]);
      await store().adopt(brought, null, summary);
      await store().delete(one);
      expect(await store().adopt(brought, null, summary)).toEqual({ kind: 'appended', from: 1, to: 2 });
      expect(await appendUntilTaken(store(), append(one, 0))).toEqual({ kind: 'appended', from: 3, to: 3 });
    });
  });
};
