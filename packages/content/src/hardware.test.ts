import { describe, expect, it } from 'vitest';
import { describeFinding } from './finding.ts';
import { readHardware } from './hardware.ts';
import { good } from './testing/good.ts';

const told = (path: string, from: string, to: string) => {
  const text = good.find((file) => file.path === path)?.text ?? '';
  if (!text.includes(from)) throw new Error(`“${from}” is not in ${path}`);
  const files = good.map((file) => (file.path === path ? { path, text: text.replace(from, to) } : file));
  return readHardware(files).findings.map(describeFinding).join('\n');
};

describe('reading cards and models', () => {
  it('LS25 finds nothing wrong with what is right', () => {
    const { value, findings } = readHardware(good);
    expect(findings).toEqual([]);
    expect(value.gpus.map(({ id }) => id)).toEqual(['card']);
    expect(value.llmModels.map(({ id, tied }) => [id, tied])).toEqual([['toy/model', false]]);
  });

  it.each([
    ['gpus.yaml', 'bandwidthGbPerS: 320', 'bandwidthGbPerS: -1', 'gpus.yaml:5:3 too-small'],
    ['gpus.yaml', 'tflops: { fp16: 65 }', 'tflops: { fp8: 65 }', 'gpus.yaml:6:'],
    ['gpus.yaml', 'memoryGib', 'memoryGb', 'memoryGb'],
    ['gpus.yaml', '  source: a datasheet\n', '', 'gpus.yaml:1:3 missing'],
    ['gpus.yaml', 'date: 2026-01-31 }', 'date: lately }', 'gpus.yaml:8:'],
    ['gpus.yaml', 'called: [A-1]', 'called: [CARD]', 'gpus.yaml:3:12 name-twice: “CARD” is a name of “card”'],
    ['llm-models.yaml', 'id: toy/model', 'id: toy', 'llm-models.yaml:1:3 invalid-format'],
    ['llm-models.yaml', 'layers: 2', 'layers: 2.5', 'llm-models.yaml:2:3 invalid-type'],
    ['llm-models.yaml', '  vocabulary: 100\n', '', 'missing'],
  ])('LS25 in %s “%s” made “%s” is found', (path, from, to, found) =>
    expect(told(path, from, to)).toContain(found),
  );

  it('LS25 says when a table is not there', () => {
    const { value, findings } = readHardware(good.filter(({ path }) => path !== 'gpus.yaml'));
    expect(findings.map(describeFinding).join()).toContain('Expected the file “gpus.yaml”');
    expect([value.gpus.length, value.llmModels.length]).toEqual([0, 1]);
  });
});
