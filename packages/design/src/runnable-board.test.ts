import { describe, expect, it } from 'vitest';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';
import { drawAny } from './draw-any.ts';
import { NO_RATE } from './no-rate.ts';
import { runnableBoard } from './read-board.ts';
import { palette } from './testing/palette.ts';
import { twisted } from './twisted.ts';

const boardOf = (text: string) => {
  const drawing = drawAny(text, palette);
  if ('misreadings' in drawing) throw new Error(drawing.misreadings[0]?.message);
  const board = applyOperations(emptyBoard, drawing.operations);
  if (isMisfit(board)) throw new Error(board.message);
  return { board, questions: drawing.questions };
};
const run = (text: string, rps: number | undefined = 700) => {
  const design = runnableBoard(boardOf(text).board, palette, rps);
  if (typeof design === 'string') throw new Error(design);
  return design;
};
const calls = (text: string) => run(text).connections.map(({ from, to }) => `${from} ${to}`);

describe('a flowchart that is run', () => {
  it('DG70 IN43 a box that is drawn as a store runs as any other', () =>
    expect(run('flowchart LR\n a[API] --> d[(Postgres)]').components.map(({ kind }) => kind)).toEqual([
      'service',
      'sql',
      'client',
    ]));

  it('IN43 what leads back to who asks is the answer, however it is drawn', () => {
    const text = 'flowchart LR\n u[Users] --> a[API] --> q[Queue] --> w[Worker]\n w --> u\n q -.-> u';
    expect(calls(text)).toEqual(['u a', 'a q', 'q w']);
  });

  it('IN43 an arrow that closes a ring is the answer, and is asked about; one that is taken sometimes is a call', () => {
    const text = 'flowchart LR\n u[Users] --> a[API] <--> d[(Postgres)]\n a --> m[Model] --> a';
    expect(calls(text)).toEqual(['u a', 'a d', 'a m']);
    expect(boardOf(text).questions.map(({ code }) => code)).toEqual(['answer-drawn', 'answer-drawn']);
    expect(calls('flowchart LR\n u[Users] --> a[API] --> m[Model]\n m -->|p=0.2| a')).toContain('m a');
  });

  it('IN43 who asks is the client that most of the board is reached from', () => {
    const text = 'flowchart LR\n u[Users] --> w[Web app] --> a[API] --> d[(Postgres)]\n c[Admin app] --> d';
    expect(run(text).workloads[0]?.from).toBe('w');
    expect(boardOf(text).questions).toEqual([]);
  });

  it('IN40 says what it lacks', () => {
    expect(runnableBoard(boardOf('flowchart LR\n a[API] --> b[Cache]').board, palette, undefined)).toBe(
      NO_RATE,
    );
    expect(runnableBoard(boardOf('flowchart LR\n a[Users] --> b[Browser]').board, palette, 5)).toMatch(
      /draw one/,
    );
  });
});

describe('what stands where', () => {
  const kindOf = (text: string, id: string) => run(text).components.find((box) => box.id === id)?.kind;

  it.each([
    ['flowchart LR\n g[Payment gateway] --> a[Fraud service]', 'gateway'],
    ['flowchart LR\n u[Shoppers app] --> g[Payment gateway x4] --> a[Fraud service]', 'gateway'],
    ['flowchart LR\n g[API gateway] --> a[Fraud service]', 'gateway'],
    ['flowchart LR\n u[Users] --> a[Checkout] --> g[Payment gateway]', 'third-party-api'],
    ['flowchart LR\n u[Users] --> a[Checkout] --> g[Payment gateway] --> d[(Postgres)]', 'third-party-api'],
  ])('DG17 a gateway where requests come in is the entry: %s', (text, kind) =>
    expect(kindOf(text, 'g')).toBe(kind),
  );

  it('DG10 nobody waits for people or for a batch, unless the drawing says so', () => {
    const text = (label: string) => `flowchart LR\n u[Users] --> a[API] -->|${label}| h[Human review]`;
    const modeOf = (label: string) => run(text(label)).connections.find(({ to }) => to === 'h')?.mode;
    expect([modeOf('unsure 1%'), modeOf('sync')]).toEqual(['async', 'sync']);
    const batch = run('flowchart LR\n u[Users] --> a[API] --> b[Spark]').connections;
    expect(batch.find(({ to }) => to === 'b')?.mode).toBe('async');
  });

  it('DG19 copies of what takes no requests are asked about', () => {
    const { questions } = boardOf('flowchart LR\n u[Users ×3] --> a[API ×3] -.-> t[Training job ×4]');
    expect(questions).toMatchObject([{ code: 'no-copies', component: 't' }]);
    expect(questions[0]?.message).toContain('training job, which takes no requests');
  });
});

describe('a board under a twist', () => {
  const serving = 'flowchart LR\n u[Users] --> g[API gateway] --> l[vLLM]';

  it('IN42 a share of what arrives becomes something else, and the whole stays as much', () => {
    const under = twisted(run(serving), { becomes: { name: 'scripts', share: 0.3, inputTokens: 30_000 } });
    if (typeof under === 'string') throw new Error(under);
    expect(
      under.workloads.map(({ name, settings }) => [
        name,
        Math.round(Number(settings['rps'])),
        settings['inputTokens.mean'],
      ]),
    ).toEqual([
      ['what arrives', 490, undefined],
      ['scripts', 210, 30_000],
    ]);
  });

  it('IN42 longer prompts are longer than what is assumed where nobody said how long they are', () => {
    const under = twisted(run(serving), { inputTokens: 4 });
    expect(under).toMatchObject({ workloads: [{ settings: { rps: 700, 'inputTokens.mean': 2000 } }] });
  });

  it('IN42 what is about nothing on the board is said, and nothing else run in its place', () => {
    const plain = run('flowchart LR\n u[Users] --> a[API]');
    expect(twisted(plain, { inputTokens: 4 })).toMatch(/LLM server/);
    expect(twisted(plain, { lose: 'region' })).toMatch(/region/);
    expect(twisted(plain, { limits: { p99: 0.1 } })).toMatch(/objective/);
  });
});
