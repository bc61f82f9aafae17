/** Interviews in which much is explained before it is asked for: what was told is neither asked for again nor said to be missing. */
import { realCatalogue } from '@dryrun/app/testing';
import { hold } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import type { Persona } from '@dryrun/domain';
import { tellingWords } from '@dryrun/text';
import { beforeAll, describe, expect, it } from 'vitest';
import { CANDIDATES } from '../benchmarks/interviewer/candidates.ts';
import { check, inTime } from '../benchmarks/interviewer/check.ts';
import { holdWith } from '../benchmarks/interviewer/hold.ts';
import type { Candidate } from '../benchmarks/interviewer/hold.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const PATH = `Let me take one request from the client and back, because the budget decides the shape. The client's request lands at the gateway,
which authenticates and rate-limits it in 5 ms. The gateway hands it to the router, and the router picks a replica by a hash of the conversation, so that the prefix cache hits 60% of the time.
On the replica it waits in a queue of at most 200 ms; if the queue is longer we shed free users. Then prefill of 3,000 tokens takes 250 ms, and decode runs at 30 ms a token because memory bandwidth limits it.
Tokens stream back to the client over SSE as they come, so the first one is there after about 400 ms. If a replica dies the gateway retries once on another one.
One in a thousand answers goes to a log with its prompt, and a nightly batch job joins thumbs to it, because we evaluate on that offline.`;
const NAMED = 'There is a gateway, a router, some replicas and a queue. There is a log as well.';

/** Questions that ask for the way of a request, in whatever words. */
const ASKS_FOR_IT: ReadonlySet<string> = new Set([
  'outline',
  'data-flow',
  'serving',
  'interactions',
  'serving/opens-1',
]);
const SAYS_NOTHING_HEARD = /heard nothing|still empty|blanks in my notes|haven't touched/;

const beginsWith = (first: string, then: Candidate): Candidate => {
  let begun = false;
  return (line) => {
    if (begun || line.move === 'intake') return then(line);
    begun = true;
    return { text: first, seconds: 95 };
  };
};

const heldWith = async (first: string, format: string, persona: Persona = 'neutral') => {
  const wish = { system: 'llm-serving', level: 'L6', format, persona } as const;
  const candidate = CANDIDATES['strong'];
  const content = hold(catalogue, wish);
  if (!candidate || 'code' in content) throw new Error('There is no such candidate or content.');
  return check(await holdWith(catalogue, wish, beginsWith(first, candidate.make())), content.content);
};

describe('what was told', () => {
  it.each(['interview-45', 'interview-60', 'practice-40'])(
    'IN45 is not asked for again in %s, and the course keeps its time',
    async (format) => {
      const checked = await heldWith(PATH, format);
      const asked = checked.lines.map(({ about }) =>
        about.area === undefined ? about.question : `${about.area}/${about.question}`,
      );
      expect(asked.filter((question) => question !== undefined && ASKS_FOR_IT.has(question))).toEqual([]);
      expect(checked.broken).toEqual([]);
      expect(checked.twists).toBe(1);
      expect([2, 3]).toContain(checked.dives);
      expect(checked.phases.filter((phase) => !inTime(phase))).toEqual([]);
    },
  );

  it('IN45 names without anything behind them are no explanation', async () => {
    const { lines } = await heldWith(NAMED, 'interview-45');
    expect(lines.map(({ about }) => about.question)).toContain('outline');
  });

  it('IN46 is never said to be missing', async () => {
    for (const format of ['interview-45', 'interview-60', 'practice-40', 'drill-10']) {
      const { lines } = await heldWith(PATH, format, 'sceptical');
      const denied = lines.filter(({ text }) => SAYS_NOTHING_HEARD.test(text));
      expect(
        denied.filter(({ about }) => about.area === 'serving' || ASKS_FOR_IT.has(about.question ?? '')),
      ).toEqual([]);
    }
  });

  it('IN46 every line that says that nothing was heard is marked, and each voice has enough that say no such thing', () => {
    const lines = catalogue.lines['probe-gap'] ?? [];
    expect(lines.filter(({ text, only }) => SAYS_NOTHING_HEARD.test(text) !== (only === 'unheard'))).toEqual(
      [],
    );
    for (const persona of [undefined, 'warm', 'sceptical'])
      expect(
        lines.filter((line) => line.persona === persona && line.only === undefined).length,
      ).toBeGreaterThan(3);
    for (const [move, others] of Object.entries(catalogue.lines))
      if (move !== 'probe-gap')
        expect(others.filter(({ text }) => SAYS_NOTHING_HEARD.test(text))).toEqual([]);
  });

  it('IN45 every subject is of questions that are asked', () => {
    const questions = new Set([
      ...catalogue.formats.flatMap(({ phases }) =>
        phases.flatMap(({ id, questions: own }) => own.flatMap((one) => [one.id, `${id}/${one.id}`])),
      ),
      ...catalogue.areas.flatMap(({ id, opens }) => opens.map((_, at) => `${id}/opens-${at + 1}`)),
    ]);
    expect(catalogue.subjects.flatMap(({ asks }) => asks.filter((one) => !questions.has(one)))).toEqual([]);
    expect(
      catalogue.subjects.flatMap(({ heard }) => heard.filter((way) => tellingWords(way).length < 2)),
    ).toEqual([]);
    expect(catalogue.subjects.filter(({ heard, least }) => heard.length < 2 * least)).toEqual([]);
  });
});
