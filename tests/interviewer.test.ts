/** A fixed sample of `npm run bench:interviewer`: scripted candidates on a virtual clock, held to the rules of docs/spec/interview.md. */
import { realCatalogue } from '@dryrun/app/testing';
import { hold } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import type { Persona } from '@dryrun/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { CANDIDATES } from '../benchmarks/interviewer/candidates.ts';
import { check, inTime } from '../benchmarks/interviewer/check.ts';
import { holdWith } from '../benchmarks/interviewer/hold.ts';
import { alike, sameMoves } from '../benchmarks/interviewer/variety.ts';

/** Of the bench's candidates: one who cooperates, and those whom an interviewer is most likely to trip over. */
const SAMPLE = [
  'strong',
  'terse',
  'names',
  'empty',
  'wants',
  'hostile',
  'injecting',
  'lost',
  'german',
  'stories',
];

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const heldBy = async (name: string, format = 'interview-45', persona: Persona = 'neutral') => {
  const candidate = CANDIDATES[name];
  if (!candidate) throw new Error(`There is no candidate “${name}”.`);
  const wish = { system: 'llm-serving', level: 'L6', format, persona } as const;
  const held = await holdWith(catalogue, wish, candidate.make());
  const content = hold(catalogue, wish);
  if ('code' in content) throw new Error(content.message);
  return { held, checked: check(held, content.content) };
};

describe('the interviewer', () => {
  it.each(SAMPLE)(
    'IN2 IN25 IN29 IN30 with the candidate “%s”: no leak, verdict, question twice, two at once, or question left lying',
    async (name) => {
      const { checked } = await heldBy(name);
      expect(checked.broken).toEqual([]);
    },
  );

  it.each(['interview-45', 'interview-60'])(
    'IN6 IN20 IN27 keeps the time of %s, goes deep two or three times, brings a twist',
    async (format) => {
      for (const name of ['mid', 'strong, slow']) {
        const { checked } = await heldBy(name, format);
        expect(checked.phases.filter((phase) => !inTime(phase))).toEqual([]);
        expect([2, 3]).toContain(checked.dives);
        expect(checked.twists).toBe(1);
      }
    },
  );

  it('IN28 asks once about strategy from L6 on, and for work that was done at most three times', async () => {
    for (const format of ['interview-45', 'interview-60']) {
      const { checked } = await heldBy('strong', format);
      const count = (move: string) => checked.lines.filter((line) => line.move === move).length;
      expect(count('ask-strategic')).toBe(1);
      expect(count('ask-experience')).toBeGreaterThan(0);
      expect(count('ask-experience')).toBeLessThanOrEqual(4);
      expect(count('retell')).toBeLessThanOrEqual(1);
    }
  });

  it('IN26 asks about what the candidate said', async () => {
    const { checked } = await heldBy('strong');
    expect(checked.grounded).toBeGreaterThanOrEqual(0.7 * checked.groundable);
    expect(checked.lines.filter(({ about }) => about.quote !== undefined).length).toBeGreaterThan(8);
  });

  it('IN12 speaks otherwise to another candidate, and to the same in another order', async () => {
    const { checked } = await heldBy('strong');
    for (const name of ['mid', 'strong, other order']) {
      const [same, all] = alike(checked, (await heldBy(name)).checked);
      expect(same).toBeLessThan(0.3 * all);
    }
  });

  it('IN13 another voice says other words, and does nothing else', async () => {
    const neutral = await heldBy('strong, as listed');
    for (const persona of ['warm', 'sceptical'] as const) {
      const voiced = await heldBy('strong, as listed', 'interview-45', persona);
      expect(sameMoves(neutral.held, voiced.held)).toBe(0);
      const [same, all] = alike(neutral.checked, voiced.checked);
      expect(same).toBeLessThanOrEqual(0.3 * all);
    }
  });
});
