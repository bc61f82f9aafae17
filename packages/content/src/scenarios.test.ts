import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { describeFinding } from './finding.ts';
import { hold } from './hold.ts';
import { goodWithScenario } from './testing/good-scenario.ts';

const changed = (name: string, from: string, to: string) =>
  goodWithScenario.map((file) => {
    if (file.path !== `scenarios/toy/${name}`) return file;
    if (!file.text.includes(from)) throw new Error(`“${from}” is not in ${name}`);
    return { ...file, text: file.text.replace(from, to) };
  });
const without = (name: string) => goodWithScenario.filter(({ path }) => path !== `scenarios/toy/${name}`);
const told = (files: typeof goodWithScenario) => compile(files).findings.map(describeFinding);

describe('a scenario', () => {
  it('SH9 is in the catalogue when nothing is wrong with it', () => {
    expect(told(goodWithScenario)).toEqual([]);
    expect([...compile(goodWithScenario).value.sheets.keys()]).toEqual(['toy']);
  });

  it.each([
    [
      'SH1 too short',
      'brief.md',
      'Design it for a shop with many pages and few people. ',
      '',
      'brief.md:7:1 brief-length',
    ],
    ['SH1 no clear opening', 'brief.md', '## Clear', '## Plain', 'brief.md:1:1 missing'],
    [
      'SH2 a heading nobody settled',
      'facts.yaml',
      'heading: latency',
      'heading: fairness',
      'heading-unsettled: Nobody who asks for “latency”',
    ],
    [
      'SH2 a heading settled twice',
      'facts.yaml',
      'heading: number-of-models',
      'heading: fairness',
      'heading-twice',
    ],
    [
      'SH3 no unit that is one',
      'facts.yaml',
      '"3 things"',
      '"3 th;ngs"',
      'quantity: “fact-latency”: expected',
    ],
    ['SH3 does not multiply out', 'facts.yaml', '* 3"', '* 4"', 'relation-apart'],
    [
      'SH3 a name that is no fact',
      'facts.yaml',
      'fact-success-metrics *',
      'fact-succes-metrics *',
      'Did you mean “fact-success-metrics”',
    ],
    [
      'SH3 a relation that is none',
      'facts.yaml',
      'fact-latency = fact',
      'fact-latency ; fact',
      'relation: This is no relation',
    ],
    [
      'SH4 two questions',
      'items.yaml',
      'What happens on a busy day?',
      'What happens? And then?',
      'one-question',
    ],
    [
      'SH4 a probe that names it',
      'items.yaml',
      'What happens on a busy day?',
      'Would a cached response help?',
      'leak: This names “response cache”',
    ],
    [
      'SH4 a hint that names it',
      'items.yaml',
      'What is done twice?',
      'Is there a response to cache?',
      'leak',
    ],
    [
      'SH6 a concept that is not there',
      'items.yaml',
      'concept: kept-answers',
      'concept: kept-answer',
      'Did you mean “kept-answers”',
    ],
    [
      'SH6 a pair that is not there',
      'items.yaml',
      'pair: cost-or-performance',
      'pair: cost',
      'unknown-id: There is no pair “cost”',
    ],
    [
      'SH6 a fact that is not there',
      'twists.yaml',
      'fact: fact-latency, by',
      'fact: latency, by',
      'There is no fact “latency”',
    ],
    [
      'SH6 an item that is not there',
      'levels.yaml',
      'item: item-cost',
      'item: item-costs',
      'Did you mean “item-cost”',
    ],
    [
      'SH6 a source that is not there',
      'facts.yaml',
      'source: chosen',
      'source: rumour',
      'There is no source “rumour”',
    ],
    [
      'SH6 a specimen’s item',
      'specimens/thin.yaml',
      'item-serving',
      'item-served',
      'Did you mean “item-serving”',
    ],
    ['SH7 an id twice', 'items.yaml', 'id: item-data', 'id: item-problem', 'items.yaml:10:5 twice'],
    [
      'SH8 an area without items',
      'items.yaml',
      'area: security',
      'area: cost',
      'area-empty: Expected items in every area; none in security',
    ],
  ])('%s', (_, name, from, to, finding) => {
    const files = changed(name, from, to);
    expect(told(files).join('\n')).toContain(finding);
    expect(compile(files).value.sheets.has('toy')).toBe(false);
  });

  it.each([
    'brief.md',
    'facts.yaml',
    'items.yaml',
    'twists.yaml',
    'levels.yaml',
    'notes.md',
    'references/scale.yaml',
    'specimens/thin.yaml',
  ])('SH8 lacks %s', (name) => expect(told(without(name)).join('\n')).toMatch(/missing: Expected/));

  it('SH6 is of a system that there is', () => {
    const files = goodWithScenario.map((file) => ({
      ...file,
      path: file.path.replace('scenarios/toy/', 'scenarios/tyo/'),
    }));
    expect(told(files).join('\n')).toContain('There is no system “tyo” in systems.yaml. Did you mean “toy”?');
  });

  it('SH11 is not in the candidate’s copy, and not in what is public of an interview held with it', () => {
    const { value: catalogue } = compile(goodWithScenario);
    const held = hold(catalogue, { system: 'toy', format: 'short' });
    if ('code' in held) throw new Error(held.message);
    expect(held.content.sheet?.facts).toHaveLength(14);
    expect(JSON.stringify(held)).not.toContain('CANARY');
    expect(JSON.stringify(held.plan)).not.toContain('fact-');
    expect(JSON.stringify(held.content.system)).not.toContain('item-');
  });
});
