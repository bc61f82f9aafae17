import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';
import { drawBoard } from './draw-board.ts';
import { readMermaid } from './mermaid.ts';

const told = (...lines: string[]) => {
  const { board, findings } = readMermaid(['flowchart LR', ...lines].join('\n'));
  if (!board) throw new Error(findings.map(({ message }) => message).join('\n'));
  return {
    boxes: board.components.map(({ id, name }) => (id === name ? id : `${id}=${name}`)),
    arrows: board.connections.map(
      ({ from, to, label, settings }) =>
        `${from}${settings?.mode === 'async' ? '~' : ''}>${to}${label === undefined ? '' : `:${label}`}`,
    ),
  };
};
const codes = (text: string) => readMermaid(text).findings.map(({ code }) => code);

describe('boxes', () => {
  it.each([
    ['A', 'A'],
    ['A[x y]', 'A=x y'],
    ['A(x)', 'A=x'],
    ['A([x])', 'A=x'],
    ['A[[x]]', 'A=x'],
    ['A[(x)]', 'A=x'],
    ['A((x))', 'A=x'],
    ['A(((x)))', 'A=x'],
    ['A>x]', 'A=x'],
    ['A{x}', 'A=x'],
    ['A{{x}}', 'A=x'],
    ['A[/x/]', 'A=x'],
    ['A[\\x\\]', 'A=x'],
    ['A[/x\\]', 'A=x'],
    ['A[\\x/]', 'A=x'],
    ['A@{ shape: cyl, label: "x, y" }', 'A=x, y'],
    ["A@{ shape: cyl\n  label: 'x'\n}", 'A=x'],
    ['A@{ label: plain words }', 'A=plain words'],
    ['A@{ shape: cyl }', 'A'],
    ['feature-store.v2[("Feature store")]', 'feature-store.v2=Feature store'],
    ['größe[Größe]', 'größe=Größe'],
    ['A["x"]:::hot', 'A=x'],
    ['A:::hot', 'A'],
    ['__proto__[x]', '__proto__=x'],
  ])('DG70 reads the box %s', (line, box) => expect(told(line)).toEqual({ boxes: [box], arrows: [] }));

  it.each([
    ['A[(x)]', true],
    ['A[("x")] --> B', true],
    ['A@{ shape: cyl, label: "x" }', true],
    ['A@{ shape: database }', true],
    ['A[x]\nA[(y)]', true],
    ['A[(x)]\nA --> B', true],
    ['A[(x)]\nA[y]', false],
    ['A((x))', false],
    ['A@{ shape: rect }', false],
  ])('DG70 keeps the shape of a store, as it was drawn last: %s', (text, isStore) => {
    const box = readMermaid(`flowchart LR\n${text}`).board?.components[0];
    expect(box?.shape).toBe(isStore ? 'store' : undefined);
    expect(box?.kind).toBeUndefined();
  });

  it.each([
    ['A["reads (fast) [p99] {x} | ; --> %% "]', 'reads (fast) [p99] {x} | ; --> %%'],
    ['A[reads (fast)]', 'reads (fast)'],
    ['A(reads (fast))', 'reads (fast)'],
    ['A[list[int]]', 'list[int]'],
    ['A((f(x)))', 'f(x)'],
    ['A["`the **big** _cache_ of feature_store`"]', 'the big cache of feature_store'],
    ['A["one<br/>two<br>three"]', 'one two three'],
    ['A["one\ntwo"]', 'one two'],
    ['A["say #quot;hi#quot; &amp; #35;1 &#39;"]', 'say "hi" & #1 \''],
    ['A["#0; #1114112; #xd800; &nobody;"]', '#0; #1114112; #xd800; &nobody;'],
    ['A["<b>API</b>"]', 'API'],
  ])('DG71 reads the label in %s', (line, name) => expect(told(line).boxes).toEqual([`A=${name}`]));

  it('DG71 shortens a label that is longer than a name may be, and no character in two', () => {
    const [box] = told(`A["${'😀'.repeat(150)}"]`).boxes;
    expect(box?.length).toBeLessThanOrEqual(202);
    expect(box).toMatch(/^A=(😀)+…$/u);
  });
});

describe('arrows', () => {
  it.each([
    ['A --> B', ['A>B']],
    ['A-->B', ['A>B']],
    ['A --- B', ['A>B']],
    ['A ------> B', ['A>B']],
    ['A ==> B ==== C', ['A>B', 'B>C']],
    ['A -.-> B', ['A~>B']],
    ['A -...-> B', ['A~>B']],
    ['A -.- B', ['A~>B']],
    ['A ~~~ B', []],
    ['A --o B', ['A>B']],
    ['A --x B', ['A>B']],
    ['A <--> B', ['A>B', 'B>A']],
    ['A o--o B', ['A>B', 'B>A']],
    ['A <-.-> B', ['A~>B', 'B~>A']],
    ['A <--- B', ['B>A']],
    ['A -->|asks| B', ['A>B:asks']],
    ['A -->|"a | b"| B', ['A>B:a | b']],
    ['A --> |asks| B', ['A>B:asks']],
    ['A -- asks often --> B', ['A>B:asks often']],
    ['A -- "re-asks --> x" --> B', ['A>B:re-asks --> x']],
    ['A -- re-asks --- B', ['A>B:re-asks']],
    ['A == asks ==> B', ['A>B:asks']],
    ['A -. asks v1.2 .-> B', ['A~>B:asks v1.2']],
    ['A -. asks ...-> B', ['A~>B:asks']],
    ['A <-- asks --> B', ['A>B:asks', 'B>A:asks']],
    ['A e1@--> B', ['A>B']],
    ['A e1@--> B\ne1@{ animate: true }', ['A>B']],
    ['A --> B --> C', ['A>B', 'B>C']],
    ['A & B --> C & D', ['A>C', 'A>D', 'B>C', 'B>D']],
    ['A-->B;B-->C;', ['A>B', 'B>C']],
    ['A-->A', ['A>A']],
    ['A --> B %% why', ['A>B']],
    ['x --> o\no --> x', ['x>o', 'o>x']],
  ])('DG72 reads the arrows of %s', (line, arrows) => expect(told(line).arrows).toEqual(arrows));

  it('DG72 keeps the id of an arrow, once', () => {
    const { board } = readMermaid('graph TD\nA e1@--> B & C\nA A@--> B');
    expect(board?.connections.map(({ id }) => id)).toEqual(['e1', 'arrow 2', 'arrow 3']);
  });
});

describe('what is around the boxes', () => {
  it.each([
    ['flowchart LR'],
    ['graph'],
    ['graph TD;'],
    ['flowchart RL %% mine'],
    ['---\ntitle: mine\nconfig:\n  look: neo\n---\nflowchart BT'],
    ['%% mine\n%%{init: {\n"theme": "dark"}}%%\n\nflowchart TB'],
    ['\ufeff\r\nflowchart LR\r'],
  ])('DG73 begins after %j', (head) => {
    expect(readMermaid(`${head}\nA --> B\r\n`).board?.connections).toHaveLength(1);
  });

  it('DG73 passes over colours, clicks and titles', () => {
    const { boxes, arrows } = told(
      'accTitle: Mine',
      'accDescr { of two\nlines }',
      'direction TB',
      'classDef hot,cold fill:#f00,stroke:#fff;',
      'style A fill:#fff;A-->B',
      'class A hot',
      'linkStyle 0 stroke:red',
      'click A "https://example.org/;x" "tip"',
      'class --> style',
    );
    expect({ boxes, arrows }).toEqual({
      boxes: ['A', 'B', 'class', 'style'],
      arrows: ['A>B', 'class>style'],
    });
  });

  it('DG73 keeps the label a box was once given', () => {
    expect(told('A[API] --> B', 'B --> A').boxes).toEqual(['A=API', 'B']);
  });

  it.each([
    [
      ['subgraph s [Serving]', 'A --> B', 'end', 'u --> s'],
      ['A', 'B', 'u'],
      ['A>B', 'u>A', 'u>B'],
    ],
    [
      ['u --> s', 'subgraph s', 'A & B', 'end'],
      ['u', 'A', 'B'],
      ['u>A', 'u>B'],
    ],
    [
      ['subgraph o', 'A', 'subgraph i["In"]', 'B', 'end', 'end', 'u --> o', 'u --> i'],
      ['A', 'B', 'u'],
      ['u>A', 'u>B'],
    ],
    [['subgraph o', 'subgraph i', 'B', 'end', 'end', 'u --> o'], ['B', 'u'], ['u>B']],
    [['subgraph s', 'A', 'B', 'end', 's --> A'], ['A', 'B'], ['B>A']],
    [['subgraph s [Empty]', 'end', 'u --> s'], ['u', 's=Empty'], ['u>s']],
    [
      ['subgraph Serving in two zones', 'A', 'end', 'subgraph "x"; B; end', 'subgraph', 'C', 'end'],
      ['A', 'B', 'C'],
      [],
    ],
  ])('DG74 draws no groups, but their arrows: %j', (lines, boxes, arrows) =>
    expect(told(...lines)).toEqual({ boxes, arrows }),
  );
});

describe('what is not understood', () => {
  it.each([
    ['graph TD\nA --> B\nA ~~~ what is this', 3, 12, 'the end of the line; found “is this”'],
    ['graph TD\nA -->', 2, 6, 'a box'],
    ['graph TD\n  A[x --> B', 2, 4, '“]” on this line'],
    ['graph TD\nA["x --> B', 2, 3, 'a closing "'],
    ['graph TD\nA["x" y]', 2, 7, '“]” after the quoted label'],
    ['graph TD\nA -- asks B', 2, 3, 'closed by “-->”'],
    ['graph TD\nA -->|asks B', 2, 6, 'a second “|”'],
    ['graph TD\nsubgraph s\nA', 3, 2, '“end” to close'],
    ['graph TD\nend', 2, 1, 'a subgraph to be open'],
    ['graph TD\n%%{init', 2, 1, '“}%%”'],
    ['graph TD A-->B', 1, 10, 'a new line'],
    ['graph sideways', 1, 7, 'a direction'],
    ['graph TD\nA@{ shape: cyl', 2, 2, 'closing “}”'],
    [`graph TD\n${'a'.repeat(121)}`, 2, 1, 'an id of at most 120'],
    ['what is this', 1, 1, 'begins with “flowchart LR” or “graph TD”; found “what is this”'],
    ['', 1, 1, 'found the end of the text'],
  ])('DG75 says where and what was expected in %j', (text, line, column, message) => {
    const { board, findings } = readMermaid(text);
    expect(board).toBeUndefined();
    expect(findings[0]).toMatchObject({
      code: 'mermaid-syntax',
      severity: 'error',
      line,
      column,
      message: expect.stringContaining(message),
    });
  });

  it('DG75 names every line that it does not understand, up to twenty', () => {
    expect(readMermaid('graph TD\nA -->\nB --> C\n--> D').findings.map(({ line }) => line)).toEqual([2, 4]);
    expect(codes(`graph TD\n${'?\n'.repeat(100)}`)).toHaveLength(20);
  });

  it.each([
    ['sequenceDiagram\nA->>B: hi', 'a sequence diagram (“sequenceDiagram”)'],
    ['stateDiagram-v2\n', 'a state diagram'],
    ['---\ntitle: x\n---\npie\n"a": 1', 'a pie chart'],
    ['architecture-beta', 'an architecture diagram'],
  ])('DG76 refuses another diagram by its name: %j', (text, named) => {
    const [finding] = readMermaid(text).findings;
    expect(finding).toMatchObject({ code: 'other-diagram', message: expect.stringContaining(named) });
  });

  const many = (count: number, joint: string) =>
    Array.from({ length: count }, (_, at) => `b${at}`).join(joint);
  it.each([
    ['a long text', `graph TD\n${' '.repeat(200_000)}`],
    ['many boxes', `graph TD\n${many(501, '\n')}`],
    ['a product', `graph TD\n${many(400, ' & ')} --> ${many(400, ' & ')}`],
    ['a product of one with itself', `graph TD\nA${' & A'.repeat(40_000)} --> A${' & A'.repeat(9_000)}`],
    [
      'groups to groups',
      `graph TD\nsubgraph s\n${many(100, '\n')}\nend\nsubgraph t\n${many(200, '\n')}\nend\ns --> t`,
    ],
    ['a deep nest', `graph TD\n${'subgraph\n'.repeat(20_000)}`],
  ])('DG77 refuses %s before it is built', (_, text) => expect(codes(text)).toEqual(['too-large']));

  it('DG77 draws what is just small enough', () => {
    expect(readMermaid(`graph TD\n${many(500, '\n')}`).board?.components).toHaveLength(500);
    expect(readMermaid(`graph TD\n${many(40, '&')} --> ${many(35, '&')}`).board?.connections).toHaveLength(
      1400,
    );
  });
});

const SEEDED = { seed: 70, numRuns: 400 };
const TOKENS =
  'A|b-c|end|subgraph|s|style|class|&|-->|-.|.->|==|--|---|~~~|<-->|o--o|[|]|(|)|{|}|{{|[/|\\]|>|"|`|:::|@{|e1@|label: |;|\n|\n|%%|%%{|}%%| | |,|#quot;|__proto__|é|😀'
    .split('|')
    .concat('|');

describe('any text at all', () => {
  it('DG78 is read or refused, quickly, and what is read can be drawn', () => {
    const text = fc
      .array(fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 3 })), { maxLength: 60 })
      .map((parts) => `graph TD\n${parts.join('')}`);
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (written) => {
        const { board, findings } = readMermaid(written);
        expect(board === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
        if (board) expect(isMisfit(applyOperations(emptyBoard, drawBoard(board)))).toBe(false);
      }),
      SEEDED,
    );
  });

  it.each(TOKENS.flatMap((token) => ['', ' ', 'A'].map((between) => [token + between])))(
    'DG78 does not hang on %j again and again',
    (part) => {
      const text = `graph TD\nA${part.repeat(190_000 / part.length)}`;
      const { board, findings } = readMermaid(text);
      expect(board !== undefined || findings.length > 0).toBe(true);
    },
    2000,
  );

  it('DG79 gives back what a flowchart was written from', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?$/).filter((word) => word !== 'end');
    const words = fc.stringMatching(/^[A-Za-z0-9()[\]{}|;:.>-]{1,20}$/);
    const shape = fc.constantFrom(
      '[ ]',
      '( )',
      '([ ])',
      '[[ ]]',
      '[( )]',
      '(( ))',
      '{ }',
      '{{ }}',
      '[/ /]',
      '> ]',
    );
    const flowchart = fc.uniqueArray(id, { minLength: 1, maxLength: 12 }).chain((ids) =>
      fc.record({
        boxes: fc.tuple(...ids.map((one) => fc.record({ id: fc.constant(one), name: words, shape }))),
        arrows: fc.array(
          fc.record({
            from: fc.constantFrom(...ids),
            to: fc.constantFrom(...ids),
            label: words,
            async: fc.boolean(),
          }),
          { maxLength: 20 },
        ),
      }),
    );
    fc.assert(
      fc.property(flowchart, ({ boxes, arrows }) => {
        const written = [
          'flowchart LR',
          ...boxes.map(({ id, name, shape }) => `${id}${shape.replace(' ', () => `"${name}"`)}`),
          ...arrows.map(
            ({ from, to, label, async }) => `${from} ${async ? '-.->' : '-->'}|"${label}"| ${to}`,
          ),
        ].join('\n');
        const { board } = readMermaid(written);
        expect(board?.components).toEqual(
          boxes.map(({ id, name, shape }) => ({ id, name, ...(shape === '[( )]' && { shape: 'store' }) })),
        );
        expect(
          board?.connections.map(({ from, to, label, settings }) => ({
            from,
            to,
            label,
            async: settings?.mode === 'async',
          })),
        ).toEqual(arrows);
      }),
      SEEDED,
    );
  });
});
