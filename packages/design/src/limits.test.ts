/** What no reader takes, however it is written: each is refused in a message with the limit, and before anybody has waited. */
import { describe, expect, it } from 'vitest';
import { drawDesign } from './design-board.ts';
import { readExcalidraw } from './excalidraw.ts';
import { readMermaid } from './mermaid.ts';
import { checkAny } from './read-any.ts';
import { readBoard } from './read-board.ts';
import { readDesign } from './read-design.ts';
import { readDesignText } from './read-design-text.ts';
import { palette } from './testing/palette.ts';

const WAIT_MS = 5000;
const MB = 1_000_000;
const ids = (count: number) => Array.from({ length: count }, (_, at) => `b${at}`);

const boxes = ids(10_000).map((id) => ({ id, kind: 'server' }));
const few = ids(2).map((id) => ({ id, kind: 'server' }));
const arrows = ids(100_000).map((id) => ({ id, from: 'b0', to: 'b1' }));
/** As long as 2 MB allow. */
const manyArrows = `components: []\nconnections:\n${'- {from: b0, to: b1}\n'.repeat(90_000)}`;
const someArrows = `components: []\nconnections:\n${'- {from: b0, to: b1}\n'.repeat(20_000)}`;

const shape = (id: string, at: number) => ({
  id,
  type: 'rectangle',
  x: at * 200,
  y: 0,
  width: 90,
  height: 40,
});
const drawing = (elements: readonly object[]) => JSON.stringify({ type: 'excalidraw', elements });
const line = (id: string) => ({ id, type: 'arrow' });

const nested = (levels: number) =>
  Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:\n`).join('');

const refused = (go: () => ReturnType<typeof checkAny>) => {
  const began = performance.now();
  const { design, findings } = go();
  expect(performance.now() - began).toBeLessThan(WAIT_MS);
  expect(design).toBeUndefined();
  expect(findings).toHaveLength(1);
  return findings[0];
};

describe('what is too large', () => {
  it.each<[string, string, string]>([
    [
      '10,000 components in YAML',
      `components:\n${ids(10_000)
        .map((id) => `- {id: ${id}}\n`)
        .join('')}`,
      'at most 2000 components; found 10000',
    ],
    [
      '10,000 components in JSON',
      JSON.stringify({ components: boxes }),
      'at most 2000 components; found 10000',
    ],
    ['20,000 connections in YAML', someArrows, 'at most 10000 connections; found 20000'],
    ['90,000 connections in YAML', manyArrows, '10000 connections; found many times as many'],
    ['100,000 connections in JSON', JSON.stringify({ components: [], connections: arrows }), 'may have 2 MB'],
    ['10,000 boxes in Mermaid', `graph TD\n${ids(10_000).join('\n')}`, 'more than 500 boxes'],
    ['30,000 arrows in Mermaid', `graph TD\n${'a-->b;'.repeat(30_000)}`, 'more than 1400 arrows'],
    ['100,000 arrows in Mermaid', `graph TD\n${'a-->b;'.repeat(100_000)}`, 'more than 200000 characters'],
    ['10,000 boxes in Excalidraw', drawing(ids(10_000).map(shape)), 'at most 5000 elements; found 10000'],
    ['4,000 boxes in Excalidraw', drawing(ids(4000).map(shape)), 'at most 500 boxes; found 4000'],
    ['100,000 arrows in Excalidraw', drawing(ids(100_000).map(line)), 'at most 5000 elements; found 100000'],
    ['lists nested without end', '['.repeat(MB), 'at most 100 deep'],
    ['maps nested without end', '{a: '.repeat(400_000), 'at most 100 deep'],
    ['JSON nested without end', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`, 'at most 100 deep'],
    ['items nested without end', '- '.repeat(900_000), 'at most 100 deep'],
    ['keys nested without end', '? '.repeat(900_000), 'at most 100 deep'],
    ['blocks nested without end', nested(1900), 'at most 100 deep'],
    ['subgraphs nested without end', `graph TD\n${'subgraph s\n'.repeat(15_000)}`, 'deep'],
    ['commas alone', `[${','.repeat(1_900_000)}]`, 'at most 500000 words'],
    ['lines alone', '\n'.repeat(1_900_000), 'at most 500000 words'],
    ['comments alone', '%%\n'.repeat(600_000), 'at most 500000 words'],
    ['anchors alone', '&a '.repeat(600_000), 'at most 500000 words'],
    ['a trace of a million instants', `workload: {trace: [${'1,'.repeat(950_000)}]}`, 'long trace'],
  ])('DG22 refuses %s', (_, text, told) => {
    const finding = refused(() => checkAny(text, palette));
    expect(finding?.message).toContain(told);
    expect(finding?.severity).toBe('error');
  });

  it.each<[string, (text: string) => ReturnType<typeof checkAny>, string]>([
    ['any design', (text) => checkAny(text, palette), '5000000 characters as an Excalidraw file'],
    ['YAML and JSON', (text) => readDesignText(text, palette), '2 MB'],
    ['Mermaid', (text) => readMermaid(`graph TD\n${text}`), '200000 characters'],
    ['Excalidraw', (text) => readExcalidraw(`{${text}`), '5000000 characters'],
  ])('DG22 the reader of %s refuses 50 MB', (_, reader, told) => {
    for (const piece of ['x', ' ', '[', '{"a":1}', '- 1\n']) {
      const text = piece.repeat((50 * MB) / piece.length);
      expect(refused(() => reader(text))?.message).toContain(told);
    }
  });

  it.each([
    [{ components: boxes }, 'at most 2000 components; found 10000'],
    [{ components: few, connections: arrows }, 'at most 10000 connections; found 100000'],
  ])('DG22 refuses a document of too much (%#)', (document, told) =>
    expect(refused(() => readDesign(document, palette))).toMatchObject({
      path: [Object.keys(document).at(-1)],
      message: expect.stringContaining(told),
    }),
  );

  it.each([
    [boxes, [], 'at most 500 components; found 10000'],
    [few, arrows, 'at most 1400 connections; found 100000'],
  ])('DG22 refuses a board of too much (%#)', (components, connections, told) => {
    const board = { components: components.map(({ id }) => ({ id, name: id })), connections };
    expect(refused(() => readBoard(board, palette))?.message).toContain(told);
    const began = performance.now();
    expect(drawDesign({ components, connections })).toContain(told);
    expect(performance.now() - began).toBeLessThan(WAIT_MS);
  });

  it('DG22 says where in a text there is too much', () => {
    expect(refused(() => checkAny(`# first\n${someArrows}`, palette))).toMatchObject({ line: 3, column: 1 });
    expect(refused(() => checkAny(`a: 1\nb: ${'['.repeat(200)}`, palette))).toMatchObject({
      line: 2,
      column: 104,
    });
  });

  it('DG22 takes as much as a design may have', () => {
    const components = [
      { id: 'users', kind: 'client' },
      ...ids(1999).map((id) => ({ id, kind: 'server', settings: { replicas: 2, service: { mean: '1ms' } } })),
    ];
    const connections = Array.from({ length: 10_000 }, (_, at) => ({
      from: at < 1999 ? 'users' : `b${at % 500}`,
      to: at < 1999 ? `b${at}` : `b${500 + (at % 1499)}`,
      timeout: '1s',
      retries: 1,
    }));
    const design = { components, connections, workload: { rps: 10 } };
    const read = readDesignText(JSON.stringify(design, null, 2), palette);
    expect(read.findings).toEqual([]);
    expect(read.design?.connections).toHaveLength(10_000);
  });
});
