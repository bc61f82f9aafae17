import { CommandId, InterviewId, type StoredEvent } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import type { Subject } from './subject.ts';
import {
  append,
  appendUntilTaken,
  one,
  START,
  spoke,
  stream,
  summary,
  two,
  upTo,
  versionsOf,
} from './given.ts';

export const appendRules = ({ store, another, shares }: Subject): void => {
  describe('appending and reading', () => {
    it('ST1 counts versions from 1 without gaps, each interview for itself', async () => {
      const events = [spoke('a', 0), spoke('b', 1)];
      expect(await store().append(append(one, 0, { events }))).toEqual({ kind: 'appended', from: 1, to: 2 });
      expect(await store().append(append(two, 0))).toEqual({ kind: 'appended', from: 1, to: 1 });
      expect(await store().append(append(one, 2))).toEqual({ kind: 'appended', from: 3, to: 3 });
      expect(versionsOf(await store().read(one))).toEqual([1, 2, 3]);
      expect(versionsOf(await store().read(two))).toEqual([1]);
    });

    it('ST2 gives back exactly what was appended, whatever the words are', async () => {
      const words = [
        '\0',
        '\u{1f600} 面试 \ud800',
        '\'"; drop table events; --',
        '\\u0000 \r\n',
        'x'.repeat(100_000),
      ];
      const request = append(one, 0, {
        events: words.map((text, turn) => spoke(text, turn)),
        command: 'a:b.c-D_1',
      });
      await store().append(request);
      expect(await store().read(one)).toEqual(
        request.events.map((event, index) => ({
          interview: one,
          version: index + 1,
          at: START,
          command: 'a:b.c-D_1',
          schema: 1,
          event,
        })),
      );
    });

    it('ST2 reads after a version, and nothing of an unknown interview', async () => {
      await store().append(append(one, 0, { events: [spoke('a'), spoke('b', 1), spoke('c', 2)] }));
      expect(versionsOf(await store().read(one, 1))).toEqual([2, 3]);
      expect(await store().read(one, 3)).toEqual([]);
      expect(await store().read(one, 99)).toEqual([]);
      expect(await store().read(two)).toEqual([]);
    });

    it('ST3 answers a version that is not the present one with a conflict, and writes nothing', async () => {
      await store().append(append(one, 0));
      for (const expected of [0, 2, 50]) {
        const late = append(one, expected, { wakeAt: 1, summary: { ...summary, title: 'late' } });
        expect(await store().append(late)).toEqual({ kind: 'conflict', actual: 1 });
        expect(await store().append(late)).toEqual({ kind: 'conflict', actual: 1 });
      }
      expect(await store().append(append(two, 4))).toEqual({ kind: 'conflict', actual: 0 });
      expect(versionsOf(await store().read(one))).toEqual([1]);
      expect(await store().list()).toMatchObject([{ interview: one, title: summary.title, wakeAt: null }]);
    });

    it('ST4 applies a command once and answers it with the versions it made, wherever the interview is by then', async () => {
      const request = append(one, 0, { events: [spoke('a'), spoke('b', 1)] });
      await store().append(request);
      await store().append(append(one, 2));
      const again = { kind: 'applied-before', from: 1, to: 2 };
      expect(await store().append(request)).toEqual(again);
      expect(await store().append({ ...request, expected: 3, events: [spoke('something else')] })).toEqual(
        again,
      );
      expect(versionsOf(await store().read(one))).toEqual([1, 2, 3]);
    });

    it('ST4 remembers a command that made no event, and takes its wake-up', async () => {
      await store().append(append(one, 0));
      const silent = append(one, 1, { events: [], command: 'silent', wakeAt: START + 9 });
      expect(await store().append(silent)).toEqual({ kind: 'appended', from: 2, to: 1 });
      expect(await store().append(silent)).toEqual({ kind: 'applied-before', from: 2, to: 1 });
      await store().append(append(one, 1));
      expect(await store().append({ ...silent, expected: 2, events: [spoke('now with words')] })).toEqual({
        kind: 'applied-before',
        from: 2,
        to: 1,
      });
      expect(versionsOf(await store().read(one))).toEqual([1, 2]);
    });

    it('ST4 knows a command by its interview: the same id elsewhere is another command', async () => {
      await store().append(append(one, 0, { command: 'open' }));
      expect(await store().append(append(two, 0, { command: 'open' }))).toMatchObject({ kind: 'appended' });
    });

    it('ST4 applies a command once when it is sent eight times at once', async () => {
      await store().append(append(one, 0));
      for (const events of [[spoke('once')], []]) {
        const [{ version } = { version: 0 }] = await store().list();
        const request = append(one, version, { events });
        const answers = await Promise.all(upTo(8).map(() => store().append(request)));
        expect(answers.filter((answer) => answer.kind === 'appended')).toHaveLength(1);
        expect(answers.filter((answer) => answer.kind === 'applied-before')).toHaveLength(7);
      }
      expect(versionsOf(await store().read(one))).toEqual([1, 2]);
    });

    it('ST5 lets exactly one of two writers have a version, also the first one', async () => {
      const other = shares ? await another() : store();
      for (let expected = 0; expected < 20; expected += 1) {
        const answers = await Promise.all([
          store().append(append(one, expected)),
          other.append(append(one, expected)),
        ]);
        expect(answers.map((answer) => answer.kind).sort()).toEqual(['appended', 'conflict']);
        expect(answers).toContainEqual({ kind: 'conflict', actual: expected + 1 });
      }
      expect(versionsOf(await store().read(one))).toEqual(upTo(20));
    });

    it('ST6 writes an append whole or not at all', async () => {
      await store().append(append(one, 0));
      const unreadable = spoke('', -1);
      const half = append(one, 1, { events: [spoke('good'), unreadable], command: 'half' });
      await expect(store().append(half)).rejects.toThrow(
        /expected an event of docs\/spec\/log\.md.*Nothing was written/s,
      );
      await expect(
        store().append(append(one, 1, { summary: { ...summary, title: 'a\0b' } })),
      ).rejects.toThrow(/U\+0000/);
      expect(versionsOf(await store().read(one))).toEqual([1]);
      expect(await store().append({ ...half, events: [spoke('good')] })).toEqual({
        kind: 'appended',
        from: 2,
        to: 2,
      });
    });

    it('ST6 leaves nothing of an interview that began with a command without events', async () => {
      expect(await store().append(append(one, 0, { events: [] }))).toEqual({
        kind: 'appended',
        from: 1,
        to: 0,
      });
      expect(await store().list()).toEqual([]);
      expect(await store().append(append(one, 0))).toEqual({ kind: 'appended', from: 1, to: 1 });
    });

    it('ST7 loses and repeats nothing with eight writers on one interview', async () => {
      const writers = await Promise.all(
        upTo(8).map((writer) => (shares && writer % 4 === 0 ? another() : store())),
      );
      const lines = writers.map((_, writer) => upTo(12).map((line) => `writer ${writer}, line ${line}`));
      await Promise.all(
        writers.map(async (mine, writer) => {
          for (const line of lines[writer] ?? []) {
            const request = append(one, 0, {
              events: [spoke(line), spoke(`${line}, again`)],
              command: line.replaceAll(/[ ,]+/g, '-'),
            });
            await appendUntilTaken(mine, request);
            await appendUntilTaken(mine, append(one, 1, { events: [] }));
          }
        }),
      );
      const events = await store().read(one);
      expect(versionsOf(events)).toEqual(upTo(8 * 12 * 2));
      expect(await store().list()).toMatchObject([{ version: 8 * 12 * 2 }]);
      const said = events.flatMap(({ event }) => (event.type === 'CandidateSpoke' ? [event.text] : []));
      for (const mine of lines) {
        expect(said.filter((text) => mine.includes(text))).toEqual(mine);
        for (const line of mine) expect(said[said.indexOf(line) + 1]).toBe(`${line}, again`);
      }
    });

    it('ST8 lists the newest first, with what the last append said of each', async () => {
      const third = InterviewId.parse('interview-three');
      await store().append(append(two, 0, { summary: { ...summary, startedAt: START + 5 } }));
      await store().append(append(one, 0));
      await store().append(append(third, 0));
      const closed = { ...summary, title: 'Another title', status: 'closed' } as const;
      await store().append(append(one, 1, { at: START + 77, wakeAt: START + 99, summary: closed }));
      expect(await store().list()).toEqual([
        { ...summary, interview: two, version: 1, lastAt: START, wakeAt: null, startedAt: START + 5 },
        { ...closed, interview: one, version: 2, lastAt: START + 77, wakeAt: START + 99 },
        { ...summary, interview: third, version: 1, lastAt: START, wakeAt: null },
      ]);
    });

    it('ST9 tells whom to wake, earliest first, and when the next is due', async () => {
      expect(await store().due(START)).toEqual({ now: [], next: null });
      const wakes = {
        'early-one': 10,
        'late-one': 40,
        never: null,
        'same-b': 20,
        'same-a': 20,
        'later-one': 50,
      };
      for (const [id, wakeAt] of Object.entries(wakes))
        await store().append(append(InterviewId.parse(id), 0, { wakeAt }));
      expect(await store().due(9)).toEqual({ now: [], next: 10 });
      expect(await store().due(20)).toEqual({ now: ['early-one', 'same-a', 'same-b'], next: 40 });
      expect(await store().due(50)).toEqual({
        now: ['early-one', 'same-a', 'same-b', 'late-one', 'later-one'],
        next: null,
      });
      await store().append(append(InterviewId.parse('early-one'), 1, { wakeAt: null }));
      await store().delete(InterviewId.parse('same-a'));
      expect(await store().due(20)).toEqual({ now: ['same-b'], next: 40 });
    });

    it('ST10 adopts a whole stream, with its commands', async () => {
      const brought = stream(one, [spoke('a'), spoke('b', 1), spoke('c', 2)]);
      expect(await store().adopt(brought, START + 9, summary)).toEqual({ kind: 'appended', from: 1, to: 3 });
      expect(await store().read(one)).toEqual(brought);
      expect(await store().list()).toMatchObject([
        { interview: one, version: 3, lastAt: START + 2, wakeAt: START + 9 },
      ]);
      const known = append(one, 3, { command: 'brought-0' });
      expect(await store().append(known)).toEqual({ kind: 'applied-before', from: 1, to: 2 });
      expect(await store().append(append(one, 3))).toEqual({ kind: 'appended', from: 4, to: 4 });
    });

    it('ST10 adopts long streams and many commands', async () => {
      const brought = stream(
        one,
        upTo(1500).map((turn) => spoke(`turn ${turn}`, turn)),
      );
      await store().adopt(brought, null, summary);
      expect(await store().read(one)).toEqual(brought);
    });

    it('ST10 adopts nothing where the interview exists, or where it is not one whole stream', async () => {
      await store().append(append(one, 0));
      const brought = stream(one, [spoke('a'), spoke('b', 1), spoke('c', 2), spoke('d', 3)]);
      expect(await store().adopt(brought, null, summary)).toEqual({ kind: 'conflict', actual: 1 });
      const other = stream(two, [spoke('a'), spoke('b', 1), spoke('c', 2), spoke('d', 3)]);
      const wrong: readonly [readonly StoredEvent[], RegExp][] = [
        [[], /found none/],
        [other.slice(1), /expected version 1 of it, found version 2/],
        [[...other.slice(0, 2), ...other.slice(3)], /expected version 3 of it, found version 4/],
        [[...other.slice(0, 2), ...brought.slice(2)], /found version 3 of interview-one/],
        [
          other.map((event) => ({ ...event, command: CommandId.parse(`c${event.version % 2}`) })),
          /next to each other/,
        ],
        [
          other.map((event) => ({ ...event, schema: 2 })),
          /expected an event of schema 1 or older, found schema 2/,
        ],
        [other.map((event) => ({ ...event, event: spoke('') })), /found at place 1/],
      ];
      for (const [events, message] of wrong)
        await expect(store().adopt(events, null, summary)).rejects.toThrow(message);
      expect(await store().read(two)).toEqual([]);
      expect(versionsOf(await store().read(one))).toEqual([1]);
      expect(await store().list()).toHaveLength(1);
    });

    it('ST10 lets one of two that adopt at once have it', async () => {
      const brought = stream(one, [spoke('a'), spoke('b', 1)]);
      const answers = await Promise.all([1, 2, 3].map(() => store().adopt(brought, null, summary)));
      expect(answers.map((answer) => answer.kind).sort()).toEqual(['appended', 'conflict', 'conflict']);
    });
  });
};
