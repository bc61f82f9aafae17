import { ContentHash } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import type { Subject } from './subject.ts';
import { append, debriefRead, one, opened, runRead, two } from './given.ts';

export const contentRules = ({ store }: Subject): void => {
  describe('contents', () => {
    it('ST14 gives a text back by its SHA-256, the same text put twice being one', async () => {
      const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
      expect(await store().putContent('abc')).toBe(abc);
      expect(await store().putContent('abc')).toBe(abc);
      expect(await store().getContent(ContentHash.parse(abc))).toBe('abc');
      expect(await store().getContent(ContentHash.parse('0'.repeat(64)))).toBeUndefined();
    });

    it('ST14 takes any text, long or empty, put by many at once', async () => {
      const texts = ['', '面试 \u{1f600}\r\n\t\u0001', '{"a":"\\u0000"}', 'x'.repeat(300_000)];
      for (const text of texts) {
        const hashes = new Set(await Promise.all([1, 2, 3, 4].map(() => store().putContent(text))));
        expect(hashes.size).toBe(1);
        for (const hash of hashes) expect(await store().getContent(hash)).toBe(text);
      }
    });

    it('ST14 refuses what a database would not give back unchanged', async () => {
      await expect(store().putContent('a\0b')).rejects.toThrow('found U+0000 at offset 1');
      await expect(store().putContent('ab\ud800')).rejects.toThrow('found U+D800 at offset 2');
    });

    it('ST15 takes a content along with the last interview held with it', async () => {
      const [shared, debrief, run] = await Promise.all(
        ['held', 'debrief', 'run'].map((text) => store().putContent(text)),
      );
      if (!shared || !debrief || !run) throw new Error('Expected three hashes.');
      await store().append(append(one, 0, { events: [opened(shared), runRead(run)] }));
      await store().append(append(one, 2, { events: [debriefRead(debrief)] }));
      await store().append(append(two, 0, { events: [opened(shared), opened(shared)] }));
      await store().delete(one);
      expect(await store().getContent(shared)).toBe('held');
      expect(await store().getContent(debrief)).toBeUndefined();
      expect(await store().getContent(run)).toBeUndefined();
      await store().delete(two);
      expect(await store().getContent(shared)).toBeUndefined();
    });

    it('ST16 leaves alone what nobody holds yet when another interview is deleted', async () => {
      const held = await store().putContent('of the one that goes');
      await store().append(append(one, 0, { events: [opened(held)] }));
      const coming = await store().putContent('of the one that is being opened');
      await store().delete(one);
      expect(await store().getContent(coming)).toBe('of the one that is being opened');
      await store().append(append(two, 0, { events: [opened(coming)] }));
      expect(await store().getContent(coming)).toBe('of the one that is being opened');
    });

    it('ST16 keeps a content for an interview being opened when the only other one held with it goes in between', async () => {
      const hash = await store().putContent('the same system');
      await store().append(append(one, 0, { events: [opened(hash)] }));
      await store().putContent('the same system');
      await store().delete(one);
      expect(await store().getContent(hash)).toBe('the same system');
      await store().append(append(two, 0, { events: [opened(hash)] }));
      expect(await store().getContent(hash)).toBe('the same system');
      await store().delete(two);
      expect(await store().getContent(hash)).toBeUndefined();
    });

    it('ST16 keeps every held content while interviews with the same one come and go at once', async () => {
      const rounds = Array.from({ length: 12 }, (_, index) => index);
      for (const round of rounds) {
        const text = `shared ${round % 2}`;
        const hash = await store().putContent(text);
        await store().append(append(one, 0, { events: [opened(hash)] }));
        await store().putContent(text);
        await Promise.all([store().delete(one), store().append(append(two, 0, { events: [opened(hash)] }))]);
        expect(await store().getContent(hash)).toBe(text);
        await store().delete(two);
        expect(await store().getContent(hash)).toBeUndefined();
      }
    });
  });
};
