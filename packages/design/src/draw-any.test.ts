import { describe, expect, it } from 'vitest';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';
import { drawAny } from './draw-any.ts';
import { readMermaid } from './mermaid.ts';
import { palette } from './testing/palette.ts';
import { boardToMermaid } from './to-mermaid.ts';

const boardOf = (text: string) => {
  const drawing = drawAny(text, palette);
  if ('misreadings' in drawing) throw new Error(drawing.misreadings.map(({ message }) => message).join('\n'));
  const board = applyOperations(emptyBoard, drawing.operations);
  if (isMisfit(board)) throw new Error(board.message);
  return { board, questions: drawing.questions };
};
const misread = (text: string) => {
  const drawing = drawAny(text, palette);
  return 'misreadings' in drawing ? drawing.misreadings : [];
};

describe('what a candidate writes of a board', () => {
  it.each([
    ['a flowchart', 'flowchart LR\n  api[API] --> cache[(Cache)]'],
    [
      'YAML',
      'components:\n  - { id: api, kind: service }\n  - id: cache\nconnections:\n  - { from: api, to: cache }',
    ],
    ['JSON', '{"components":[{"id":"api"},{"id":"cache"}],"connections":[{"from":"api","to":"cache"}]}'],
  ])('WB3 is drawn from %s, though nobody has said yet what load it is under', (_, text) => {
    const { board } = boardOf(text);
    expect(board.components.map(({ id }) => id)).toEqual(['api', 'cache']);
    expect(board.connections.map(({ from, to }) => [from, to])).toEqual([['api', 'cache']]);
  });

  it.each([
    ['flowchart LR\n  api --> [', 2],
    ['components:\n  - { id: api, kind: service\nconnections: []', 3],
    ['components:\n  - { id: api, kind: servcie }', 2],
    ['components:\n  - { id: api }\nconnections:\n  - { from: api, to: nowhere }', 4],
    ['no design at all', 1],
  ])('WB4 is told by line and column where it cannot be read: %j', (text, line) => {
    const [first] = misread(text);
    expect(first).toMatchObject({ line, column: expect.any(Number) });
  });

  it('WB3 is asked about where nobody can tell, and not about load', () => {
    const { questions } = boardOf('flowchart LR\n  api[API] --> x[Blorb]');
    expect(questions.map(({ code, line }) => [code, line])).toEqual([['unrecognised', 2]]);
  });

  it('WB5 a board is written as a flowchart that draws the same board', () => {
    const { board } = boardOf('flowchart LR\n  a["API ×3"] -->|reads| b[(Cache)]\n  a -.-> c[Log]');
    const again = readMermaid(boardToMermaid(board)).board;
    expect(again?.components.map(({ id, name, shape }) => [id, name, shape])).toEqual(
      board.components.map(({ id, name, shape }) => [id, name, shape]),
    );
    expect(again?.connections.map(({ from, to, label, settings }) => [from, to, label, settings])).toEqual(
      board.connections.map(({ from, to, label, settings }) => [from, to, label, settings]),
    );
  });
});
