/** Known mistakes of the content: held against nobody who agrees with the truth, and found where they are held. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '@dryrun/app';
import type { Sheet } from '@dryrun/domain';
import { builtInHear } from '@dryrun/listener';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const content = join(import.meta.dirname, '../content');
const agreeing = parse(readFileSync(join(import.meta.dirname, 'mistakes/agreeing.yaml'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const specimen = parse(
  readFileSync(join(content, 'scenarios/llm-serving/specimens/confidently-wrong.yaml'), 'utf8'),
) as {
  readonly turns: readonly { readonly speaker: string; readonly text: string }[];
  readonly expects: { readonly mistakes: readonly string[] };
};

const vocabulary: readonly [] = [];
let sheet: Sheet;
beforeAll(async () => {
  const catalogue = await loadCatalogue(content);
  const own = catalogue.sheets.get('llm-serving')!;
  // Every mistake of every concept, not only those that the scenario takes up.
  sheet = {
    ...own,
    concepts: [...catalogue.concepts].map((one) => ({ ...own.concepts[0]!, ...one })),
  };
});

const mistakesIn = (text: string): readonly string[] =>
  builtInHear
    .hear(
      { asked: undefined, answer: { turn: 1, speaker: 'candidate', text } },
      { sheet, vocabulary, topic: '', askedAbout: undefined },
    )
    .flatMap((finding) => (finding.kind === 'mistake' ? [finding.mistake] : []));

describe('known mistakes', () => {
  it('LI7 every mistake has sentences that agree with the truth in its words', () => {
    const all = [...sheet.mistakes, ...sheet.concepts.flatMap(({ mistakes }) => mistakes)].map(
      ({ id }) => id,
    );
    expect(all.filter((id) => !agreeing[id])).toEqual([]);
  });

  it('LI7 who agrees with the truth, names the constraint or asks is held to no mistake', () => {
    const falsely = Object.values(agreeing)
      .flat()
      .flatMap((text) => mistakesIn(text).map((id) => `${id}: ${text}`));
    expect(falsely).toEqual([]);
  });

  it('LI7 most of what the confidently mistaken one says is found', () => {
    const found = specimen.turns.flatMap(({ speaker, text }) =>
      speaker === 'candidate' ? mistakesIn(text) : [],
    );
    expect(specimen.expects.mistakes.filter((id) => found.includes(id)).length).toBeGreaterThanOrEqual(13);
  });
});
