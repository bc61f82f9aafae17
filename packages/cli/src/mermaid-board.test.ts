import { applyOperations, emptyBoard, isMisfit } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { drawMermaid } from './mermaid-board.ts';

const board = (...lines: string[]) => {
  const drawn = drawMermaid(['flowchart LR', ...lines].join('\n'));
  if (typeof drawn === 'string') throw new Error(drawn);
  const result = applyOperations(emptyBoard, drawn);
  if (isMisfit(result)) throw new Error(result.message);
  return result;
};
const told = (...lines: string[]) => {
  const { components, connections } = board(...lines);
  return {
    boxes: components.map(({ id, name }) => (id === name ? id : `${id}=${name}`)),
    arrows: connections.map(({ from, to, label }) => `${from}>${to}${label ? `:${label}` : ''}`),
  };
};

describe('a Mermaid flowchart on the board', () => {
  it.each([
    ['A[Users] --> B(API)', ['A=Users', 'B=API'], ['A>B']],
    ['A -->|asks| B', ['A', 'B'], ['A>B:asks']],
    ['A -- asks often --> B', ['A', 'B'], ['A>B:asks often']],
    ['A --- B', ['A', 'B'], ['A>B']],
    ['A -.-> B ==> C', ['A', 'B', 'C'], ['A>B', 'B>C']],
    ['A & B --> C & D', ['A', 'B', 'C', 'D'], ['A>C', 'A>D', 'B>C', 'B>D']],
    ['feature-store[("Feature store")]', ['feature-store=Feature store'], []],
    ['q([Queue]) --> r{Ranker} --> s{{LLM}}', ['q=Queue', 'r=Ranker', 's=LLM'], ['q>r', 'r>s']],
    ['A["reads (fast)"]-->B:::hot', ['A=reads (fast)', 'B'], ['A>B']],
    ['A-->B;B-->C', ['A', 'B', 'C'], ['A>B', 'B>C']],
  ])('TE7 reads %s', (line, boxes, arrows) => expect(told(line)).toEqual({ boxes, arrows }));

  it('TE7 keeps the label a box was once given, and passes over groups and colours', () => {
    expect(
      told('%% mine', 'subgraph serving', 'A[API] --> B', 'end', 'B --> A', 'style A fill:#fff'),
    ).toEqual({ boxes: ['A=API', 'B'], arrows: ['A>B', 'B>A'] });
  });

  it.each([
    ['sequenceDiagram\nA->>B: hi', 'begins with “flowchart LR”'],
    ['', 'begins with “flowchart LR”'],
    ['graph TD\nA --> B\nA ~~~ what is this', 'Line 3 of the flowchart was not understood: “A ~~~'],
    ['graph TD\nA -->', 'Line 2'],
  ])('TE7 names the line it does not understand in %j', (text, message) =>
    expect(drawMermaid(text)).toEqual(expect.stringContaining(message)),
  );
});
