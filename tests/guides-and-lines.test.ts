/**
 * What people read and hear: the interviewer's lines, the formats' questions, the guides and the pairs.
 * The rules are in docs/spec/guides-and-lines.md.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '@dryrun/app';
import type { Catalogue } from '@dryrun/content';
import { Ask, MOVES } from '@dryrun/domain';
import type { Move } from '@dryrun/domain';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { FormatFile } from '../packages/content/src/catalogue.ts';
import { Pair } from '../packages/content/src/shared-files.ts';
import { fileOf } from '../scripts/coverage-rows.mjs';
import {
  AREAS,
  ASKED,
  COVERED,
  MADE_OFTEN,
  OBJECTIVES,
  SILENT_MOVES,
  SLOTS,
  SOURCE_PAIRS,
  STEPS,
  TECHNOLOGIES,
  VERBATIM,
} from './testing/guides-and-lines.ts';

const root = join(import.meta.dirname, '..');
const page = (path: string) => readFileSync(join(root, path), 'utf8');

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(join(root, 'content'));
});
const linesOf = (move: Move) => catalogue.lines[move] ?? [];
const everyLine = () => MOVES.flatMap((move) => linesOf(move).map((line) => ({ move, ...line })));
const slotsIn = (text: string) => [...text.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '');
const ownWords = (text: string) =>
  text
    .replace(/\{[^}]*\}/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe('the interviewer’s lines', () => {
  it.each(MOVES)('GL1 %s has lines for everybody and for each voice', (move) => {
    const count = (persona?: string) => linesOf(move).filter((line) => line.persona === persona).length;
    expect(count()).toBeGreaterThanOrEqual(MADE_OFTEN.includes(move) ? 10 : 6);
    expect(count('warm')).toBeGreaterThanOrEqual(3);
    expect(count('sceptical')).toBeGreaterThanOrEqual(3);
  });

  it('GL2 a line asks one question at most', () => {
    const marks = (text: string) => text.split(/\?|\{question\}|\{hint\}/).length - 1;
    expect(everyLine().filter(({ text }) => marks(text) > 1)).toEqual([]);
  });

  it('GL2 moves that give or end something ask nothing', () => {
    const asking = everyLine().filter(({ move, text }) => SILENT_MOVES.includes(move) && text.includes('?'));
    expect(asking).toEqual([]);
  });

  it('GL2 a line ends as a sentence does, or with what fills it', () => {
    const open = everyLine().filter(({ text }) => !/([.?]|\{(question|fact|hint)\})$/.test(text));
    expect(open).toEqual([]);
  });

  it('GL3 no line judges', () => {
    const judging =
      /!|\b(right|(?<!went )wrong|great|correct(ly)?|incorrect|perfect(ly)?|exact(ly)?|excellent|brilliant|amazing|fantastic|awesome|impressive|impressed|superb|spot on|well done|bravo|congratulations|good (answer|point|idea|job|question|work|thinking|design|choice)|bad|poor|weak|strong|mistaken|smart|clever|senior|junior|staff|principal|L[4-9]|scores?|grade[ds]?|marks?|pass(ed)?|hired?|rejected)\b/i;
    expect(everyLine().filter(({ text }) => judging.test(text.replace(/\{[^}]*\}/g, '')))).toEqual([]);
  });

  it('IN30 a verdict that is kept back is promised for no later time', () => {
    const promises =
      /\b(?:will answer|has it\b|it's in|waits for|until|after(?:wards)?|you'll read|comes with|made of them)/i;
    const kept = linesOf('decline').filter(({ text }) => text.includes('{debrief}'));
    expect(kept.length).toBeGreaterThan(7);
    expect(kept.filter(({ text }) => promises.test(text))).toEqual([]);
  });

  it('GL4 no line says what another says', () => {
    const words = everyLine()
      .map(({ text }) => ownWords(text))
      .filter((each) => each !== '');
    expect(words.length).toBeGreaterThan(400);
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([]);
    for (const move of MOVES) {
      const bare = linesOf(move).filter(({ text }) => ownWords(text) === '');
      expect(bare.length).toBeLessThanOrEqual(1);
    }
  });

  it.each(MOVES)('GL5 %s uses the slots that it fills', (move) => {
    const { always, sometimes } = SLOTS[move];
    const lines = linesOf(move).map(({ text, persona }) => ({ text, persona, slots: slotsIn(text) }));
    expect(lines.filter(({ slots }) => always.some((slot) => !slots.includes(slot)))).toEqual([]);
    expect(lines.filter(({ slots }) => new Set(slots).size !== slots.length)).toEqual([]);
    const known: readonly string[] = [...always, ...sometimes];
    expect(lines.flatMap(({ slots }) => slots.filter((slot) => !known.includes(slot)))).toEqual([]);
    const plain = lines.filter(
      ({ persona, slots }) => persona === undefined && slots.length === always.length,
    );
    expect(plain.length).toBeGreaterThanOrEqual(3);
  });
});

describe('the follow-ups', () => {
  const lines = () =>
    catalogue.followUps.flatMap(({ id, move, lines: own }) => own.map((line) => ({ id, move, ...line })));

  it('GL12 every follow-up has lines for each voice, and takes up words, a box, a question or a run', () => {
    for (const { id, lines: own } of catalogue.followUps)
      for (const persona of [undefined, 'warm', 'sceptical'])
        expect([id, persona, own.some((line) => line.persona === persona)]).toEqual([id, persona, true]);
    const loose = lines().filter(
      ({ text, move }) =>
        !/\{(quote|component|question|fact)\}/.test(text) && !['acknowledge', 'challenge'].includes(move),
    );
    expect(
      loose.map(({ id }) => id).filter((id) => !['enormous', 'run-asks', 'run-begins'].includes(id)),
    ).toEqual([]);
  });

  it('GL2 GL3 a follow-up asks one question at most and judges nothing', () => {
    const marks = (text: string) => text.split(/\?|\{question\}/).length - 1;
    expect(lines().filter(({ text }) => marks(text) > 1)).toEqual([]);
    const judging =
      /!|\b(right|wrong|great|correct|perfect|excellent|brilliant|impressive|well done|good (answer|point|idea|job|question|work|design|choice)|bad|poor|weak|strong|L[4-9]|scores?|grades?|marks?)\b/i;
    const told = lines().filter(({ id }) => !['told', 'measured', 'watch', 'failure', 'limit'].includes(id));
    expect(told.filter(({ text }) => judging.test(text.replace(/\{[^}]*\}/g, '')))).toEqual([]);
  });

  it('GL4 no follow-up says what another line says', () => {
    const words = [...everyLine(), ...lines()]
      .map(({ text }) => ownWords(text))
      .filter((each) => each !== '');
    expect(words.filter((each, index) => words.indexOf(each) !== index)).toEqual([]);
  });

  it('GL12 every question that a claim can be asked, and every way of speaking that needs an answer of its own, has its follow-up', () => {
    const ofClaims = catalogue.followUps.filter((one) => one.of.includes('claim'));
    expect(ofClaims.map(({ asks }) => asks).sort()).toEqual([...Ask.options].sort());
    const of = new Set(catalogue.followUps.flatMap((one) => one.of));
    const acts = [
      'is-gibberish',
      'is-foreign',
      'is-hostile',
      'addresses-system',
      'is-enormous',
      'repeats',
      'wanders',
      'does-not-know',
      'questions-the-question',
      'asks-the-way',
      'says-little',
      'tells-experience',
    ] as const;
    for (const act of acts) expect([act, of.has(act)]).toEqual([act, true]);
  });

  it('GL14 every area has ways of looking at it for whoever is stuck, of one question at most, that judge nothing', () => {
    for (const { id, hints = [] } of catalogue.areas) {
      expect([id, hints.length >= 2]).toEqual([id, true]);
      expect(hints.filter((text) => text.split('?').length > 2 || text.includes('!'))).toEqual([]);
    }
  });

  it('GL13 the twists for any system are of every kind that the source documents name', () => {
    const kinds = new Set(catalogue.twists.map(({ kind }) => kind));
    for (const kind of ['load', 'latency', 'region', 'law', 'quality', 'labels', 'market', 'modality'])
      expect([kind, kinds.has(kind)]).toEqual([kind, true]);
  });
});

const formats = readdirSync(join(root, 'content/formats')).map((name) =>
  FormatFile.parse(parse(page(`content/formats/${name}`))),
);
const phaseOf = (id: string, phase: string) =>
  formats.find((format) => format.id === id)?.phases.find((one) => one.id === phase);

describe('the questions', () => {
  it.each(VERBATIM)('GL6 asks word for word: “%s”', (question) => {
    const lines = everyLine().map(({ text }) => text);
    const asks = formats.flatMap(({ phases }) =>
      phases.flatMap(({ questions }) => questions.map(({ ask }) => ask)),
    );
    expect([...lines, ...asks].some((text) => text.includes(question))).toBe(true);
  });

  it.each(ASKED)('GL6 the interviewer’s lines say what their source says: %s “%s”', (move, text) => {
    expect(linesOf(move).filter((line) => line.text.includes(text))).not.toEqual([]);
  });

  it.each(AREAS)('GL7 %s asks for each area of its source: %s “%s”', (id, at, ask) => {
    const [phase = '', question] = at.split('.');
    expect(phaseOf(id, phase)?.questions.find((one) => one.id === question)?.ask).toContain(ask);
  });

  it('GL7 one question at a time', () => {
    const asks = formats.flatMap(({ phases }) => phases.flatMap(({ questions }) => questions));
    expect(asks.filter(({ ask }) => ask.split('?').length > 2 || !/[?.]$/.test(ask))).toEqual([]);
  });

  it.each(OBJECTIVES)('GL7 %s says what %s is there to find out', (id, phase, objectives) => {
    expect(Object.keys(phaseOf(id, phase)?.objective ?? {})).toEqual(objectives);
  });

  it.each(COVERED)('GL7 %s knows what %s covers: %s', (id, phase, area, parts) => {
    const covered = phaseOf(id, phase)?.covers?.[area];
    expect(typeof covered === 'object' ? Object.entries(covered) : []).toMatchObject(
      Object.entries(parts).map(([key, text]) => [key, expect.stringContaining(text)]),
    );
  });

  it('GL7 what authors know of a phase is in no copy that an interview is held with', () => {
    const keys = catalogue.formats.flatMap(({ phases }) => phases.flatMap((phase) => Object.keys(phase)));
    // Its goal is told to whoever is coached.
    expect([...new Set(keys)].sort()).toEqual(['budgetMs', 'exchanges', 'goal', 'id', 'questions', 'title']);
  });
});

const guides = readdirSync(join(root, 'content/guides')).map((name) => ({
  name,
  text: page(`content/guides/${name}`),
}));
const sectionsOf = (text: string, mark: string) => text.split(new RegExp(`^${mark} `, 'm')).slice(1);

describe('the guides', () => {
  it('GL8 are pages: a title, a paragraph, sections', () => {
    expect(guides.map(({ name }) => name)).toEqual(Object.keys(STEPS).sort());
    for (const { name, text } of guides) {
      const [title, paragraph, next] = text.split('\n\n');
      expect(title, name).toMatch(/^# \S.{5,}$/);
      expect((paragraph ?? '').split(/\s+/).length, name).toBeGreaterThan(30);
      expect(next, name).toMatch(/^## /);
      expect(text, name).not.toMatch(/anthropic|\/work\//i);
      expect(text.match(/^# /gm), name).toHaveLength(1);
    }
  });

  it.each(Object.entries(STEPS))('GL8 %s has its sections, in order', (name, { mark, titles, worked }) => {
    const text = guides.find((guide) => guide.name === name)?.text ?? '';
    const sections = sectionsOf(text, mark);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(titles);
    const examples = sections.filter((section) =>
      /For example|How it sounds|Practise it|One row, walked/.test(section),
    );
    expect(examples.length).toBeGreaterThanOrEqual(worked);
  });
});

type Row = { id: string; asks: string; where: string; status: string };
const rows = (parse(page('docs/spec/coverage.yaml')) as { rows: readonly Row[] }).rows;
const OURS = /^content\/(guides|interviewer|formats)\/|^content\/concepts\/pairs\.yaml/;

/** Words as they are compared: spelling of either side of the Atlantic, without articles and marks. */
const spelled = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/([aoln]|im|er)is(e[ds]?|ing|ation)\b/g, '$1iz$2')
    .replace(/(lab|mod)ell/g, '$1el')
    .replace(/lyse/g, 'lyze')
    .replace(/viour/g, 'vior')
    .replace(/defence/g, 'defense')
    .replace(/\b(the|a|an|this)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

describe('what the source documents ask of these files', () => {
  it('GL9 every guide says what its rows ask, in their words', () => {
    const inText = (where: string, asks: string) => {
      const text = spelled(page(fileOf(where)));
      const anchor = where.slice(fileOf(where).length).replaceAll(/[#-]/g, ' ');
      return text.includes(spelled(asks)) && text.includes(spelled(anchor));
    };
    const silent = rows.filter(
      ({ asks, where }) => where.startsWith('content/guides/') && !inText(where, asks),
    );
    expect(silent.map(({ id, asks }) => `${id} ${asks}`)).toEqual([]);
  });

  it('GL9 every row points at words of its guide, and at more than one', () => {
    const inGuides = rows.filter(({ where }) => where.startsWith('content/guides/'));
    expect(inGuides.length).toBeGreaterThan(150);
    const vague = inGuides.filter(({ where }) => !/#[^-]+-[^-]+/.test(where));
    expect(vague.map(({ id }) => id)).toEqual([]);
  });

  it('GL9 no row that lives here is open', () => {
    const open = rows.filter(({ where, status }) => OURS.test(where) && status !== 'met');
    expect(open.map(({ id }) => id)).toEqual([]);
  });
});

describe('the pairs', () => {
  const pairs = (parse(page('content/concepts/pairs.yaml')) as unknown[]).map((one) => Pair.parse(one));

  it('GL10 have an id each, sides, weight and questions', () => {
    const ids = pairs.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { id, between, weighed, decides } of pairs) {
      expect(new Set(between).size, id).toBe(between.length);
      const sentences = weighed.trim().split(/(?<=[.?])\s+(?=\p{Lu}|“)/u).length;
      expect(sentences, id).toBeGreaterThanOrEqual(2);
      expect(sentences, id).toBeLessThanOrEqual(4);
      expect(decides.length, id).toBeGreaterThanOrEqual(2);
      for (const question of decides) expect(question, id).toMatch(/^[^?]+\?$/);
    }
  });

  it.each(SOURCE_PAIRS)(
    'GL11 the trade-off %s has the sides that its source names',
    (id, document, sides) => {
      const pair = pairs.find((one) => one.id === id);
      expect(pair?.sources).toContain(document);
      for (const side of sides) expect(pair?.between.join(' | ').toLowerCase()).toContain(side.toLowerCase());
    },
  );

  it('GL11 seniors are asked about these technologies', () => {
    const technologies = pairs.filter(({ kind }) => kind === 'technology').map(({ id }) => id);
    expect(technologies).toEqual(expect.arrayContaining([...TECHNOLOGIES]));
    expect(technologies.length).toBeGreaterThanOrEqual(10);
    expect(pairs.length - technologies.length).toBeGreaterThanOrEqual(7);
  });
});
