import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { describeFinding } from './finding.ts';
import type { SourceFile } from './finding.ts';
import { hold } from './hold.ts';
import { good } from './testing/good.ts';

/** The good content with one file changed, added or (with undefined) taken away. */
const withFile = (path: string, text: string | undefined): readonly SourceFile[] => [
  ...good.filter((file) => file.path !== path),
  ...(text === undefined ? [] : [{ path, text }]),
];
const changed = (path: string, from: string, to: string) => {
  const text = good.find((file) => file.path === path)?.text ?? '';
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${path}`);
  return withFile(path, text.replace(from, to));
};
const findingsOf = (files: readonly SourceFile[]) => compile(files).findings;

describe('compiling content', () => {
  it('finds nothing wrong with what is right', () => {
    const { value, findings } = compile(good);
    expect(findings).toEqual([]);
    expect(value.formats[0]).toMatchObject({ id: 'short', patienceMs: [45_000, 90_000] });
    expect(value.formats[0]?.phases[0]).toMatchObject({ id: 'explore', budgetMs: 480_000 });
    expect(value.lines.wait).toEqual([{ text: 'Take your time.' }, { text: 'No hurry.', persona: 'warm' }]);
  });

  it.each([
    ['CO1 in', 'systems.yaml', 'slug: toy', 'slug: Toy Ranking', 'systems.yaml:1:3 invalid-format'],
    ['CO1 in', 'systems.yaml', '  prompt: Design it.\n', '', 'systems.yaml:1:3 missing'],
    ['CO1 in', 'systems.yaml', 'must: [CANARY-2]', 'must: [', 'systems.yaml:'],
    ['CO2 in', 'systems.yaml', 'family: retrieval', 'familly: retrieval', 'unknown-key'],
    ['CO3 in', 'formats/short.yaml', 'id: limits', 'id: begin', 'formats/short.yaml:14:11 twice'],
    ['CO3 in', 'formats/short.yaml', 'id: short', 'id: long', 'formats/short.yaml:1:1 file-name'],
    ['CO4 in', 'formats/short.yaml', '45s', '45', 'formats/short.yaml:5:12 custom'],
    ['CO5 in', 'levels.yaml', 'id: L4', 'id: L5', 'levels.yaml:1:1 levels'],
    [
      'CO6',
      'interviewer/wait.md',
      'Take your time.',
      'Take your {tim}.',
      'interviewer/wait.md:3:13 unknown-slot',
    ],
    ['CO6 in', 'interviewer/wait.md', '(warm)', '(grumpy)', 'interviewer/wait.md:4:13 unknown-persona'],
  ] as const)('%s %s: “%s” as “%s” is %s', (_, path, from, to, told) => {
    const lines = findingsOf(changed(path, from, to)).map(describeFinding);
    expect(lines.join('\n')).toContain(told);
    for (const line of lines) expect(line).toMatch(/\.$|\?$/);
  });

  it('CO1 tells everything at once, in the order of the files', () => {
    const files = good.map((file) =>
      file.path.endsWith('.yaml') ? { ...file, text: file.text.replaceAll('title:', 'tilte:') } : file,
    );
    const findings = findingsOf(files);
    expect(new Set(findings.map(({ file }) => file))).toEqual(
      new Set(['formats/short.yaml', 'levels.yaml', 'rubric.yaml', 'systems.yaml']),
    );
    expect(findings.length).toBeGreaterThan(8);
    expect(findings.map(({ file }) => file)).toEqual(findings.map(({ file }) => file).sort());
  });

  it('CO2 names the nearest key', () => {
    const files = changed('systems.yaml', 'aliases: [Toys]', 'alias: [Toys]\n  aliases: [Toys]');
    expect(findingsOf(files)).toMatchObject([
      { line: 5, column: 3, message: expect.stringContaining('“alias”') },
    ]);
  });

  it('CO6 a move without words, and words without a move', () => {
    expect(findingsOf(withFile('interviewer/wait.md', undefined))).toMatchObject([
      { code: 'move-without-lines' },
    ]);
    expect(findingsOf(withFile('interviewer/wiat.md', '- Hm.'))).toMatchObject([
      { code: 'unknown-move', message: expect.stringContaining('“wait”') },
    ]);
    expect(findingsOf(withFile('interviewer/wait.md', '- Only this. (warm)'))).toMatchObject([
      { code: 'no-lines' },
    ]);
  });

  it('CO1 a missing file is a finding, not a fault', () => {
    expect(findingsOf(withFile('systems.yaml', undefined))).toMatchObject([
      { code: 'missing', file: 'systems.yaml' },
    ]);
    expect(findingsOf([]).length).toBeGreaterThan(2);
  });

  it('CO1 survives anything that calls itself YAML', () => {
    for (const text of [
      '',
      '- ',
      '{',
      '!!binary x',
      '&a [*a]',
      'null',
      '- slug: {}',
      '\u0000',
      'a: &x 1\nb: *y',
    ]) {
      expect(findingsOf(withFile('systems.yaml', text)).length).toBeGreaterThan(0);
    }
  });
});

describe('holding an interview', () => {
  const { value: catalogue } = compile(good);

  it('CO7 the candidate’s copy has no field for what authors know', () => {
    const held = hold(catalogue, { system: 'toy', format: 'short' });
    if ('code' in held) throw new Error(held.message);
    expect(held.content.system).toEqual({
      slug: 'toy',
      title: 'Toy',
      family: 'retrieval',
      prompt: 'Design it.',
      aliases: ['Toys'],
    });
    expect(JSON.stringify(held)).not.toContain('CANARY');
  });

  it('CO8 tells the plan, and refuses what is not there', () => {
    expect(hold(catalogue, { system: 'toy', format: 'short' })).toMatchObject({
      plan: { title: 'Toy', formatTitle: 'Short' },
    });
    expect(hold(catalogue, { system: 'tpy', format: 'short' })).toMatchObject({
      code: 'unknown-system',
      message: 'There is no system “tpy”. Did you mean “toy”?',
    });
    expect(hold(catalogue, { system: 'toy', format: 'interview' })).toMatchObject({ code: 'unknown-format' });
  });
});
