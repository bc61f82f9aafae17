import { PassThrough } from 'node:stream';
import { createApp } from '@dryrun/app';
import { realCatalogue, virtualWorld } from '@dryrun/app/testing';
import { openMemoryStore } from '@dryrun/store';
import { describe, expect, it } from 'vitest';
import { UsageFault } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { holdInTerminal, resumeInTerminal } from './hold.ts';

const catalogue = await realCatalogue();
const asked = { format: 'interview-45', level: 'L6', seed: 3 } as const;
const looseArrow = JSON.stringify({
  type: 'excalidraw',
  elements: [
    { id: 'u', type: 'rectangle', x: 0, y: 0, width: 90, height: 40 },
    { id: 't', type: 'text', x: 5, y: 5, width: 40, height: 20, text: 'Users', containerId: 'u' },
    {
      id: 'e',
      type: 'arrow',
      x: 90,
      y: 20,
      points: [
        [0, 0],
        [400, 0],
      ],
    },
    { id: 'w', type: 'text', x: 200, y: 20, width: 40, height: 20, text: 'asks', containerId: 'e' },
  ],
});
const boards = new Map([
  ['drawing.mmd', 'flowchart LR\nA[API] --> B'],
  ['design.json', '{"components":[{"id":"api"}]}'],
  ['broken.json', '{"components":'],
  ['clear.mmd', 'flowchart LR\nu[Users] --> api[API] -->|reads| db[(Postgres)]'],
  ['unclear.mmd', 'flowchart LR\nu[Users] --> a[Blorb] -->|50ms| b[Frobnicator] -->|timeout 9| c[Xyzzy]'],
  ['loose.excalidraw', looseArrow],
  ['painted.json', JSON.stringify({ components: [{ id: 'b', name: 'Blorb\n\u001b[31mred' }] })],
]);

/** A terminal without a screen, into which these lines are typed before the input ends. */
const typing = (...lines: string[]) => {
  const input = new PassThrough().end(lines.map((line) => `${line}\n`).join(''));
  const output = new PassThrough();
  const terminal: Terminal = {
    out: () => {},
    err: () => {},
    stdin: async () => '',
    readFile: async (path) => {
      const text = boards.get(path);
      if (text === undefined) throw new UsageFault(`${path} cannot be read.`);
      return text;
    },
    writeFile: async () => {},
    print: () => Promise.reject(new Error('Nothing is printed here.')),
    live: { input, output, screen: false, colour: false, columns: () => 72 },
  };
  return { terminal, screen: (): string => output.read()?.toString() ?? '' };
};

const held = async (...lines: string[]) => {
  const app = createApp({ store: openMemoryStore(), catalogue, world: virtualWorld() });
  const { terminal, screen } = typing(...lines);
  expect(await holdInTerminal(app, 'fraud-detection', asked, terminal, false)).toBe(0);
  const [listed] = await app.list();
  if (!listed) throw new Error('Nothing was held.');
  const view = await app.view(listed.interview);
  if (!view) throw new Error('It was not kept.');
  const own = view.turns.filter(({ speaker }) => speaker === 'candidate').map(({ text }) => text);
  return { app, interview: listed.interview, view, own, text: screen() };
};

describe('the room in a terminal without a screen', () => {
  it('TE12 TE19 says what the interviewer says, wrapped, without control codes', async () => {
    const { text, own } = await held('I would begin with the users.');
    expect(own).toEqual(['I would begin with the users.']);
    expect(text).toMatch(/Fraud detection · for L6 · 45-minute interview/);
    expect(text.match(/^Interviewer: /gm)).toHaveLength(3);
    expect(text).not.toContain('\u001b');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('TE15 takes lines that go on as one answer, and empty lines as none', async () => {
    const { own } = await held('', 'First\\', 'second\\', 'third', '   ', 'Next.');
    expect(own).toEqual(['First\nsecond\nthird', 'Next.']);
  });

  it('TE16 does what commands ask and says none of them', async () => {
    const { view, own, text } = await held(
      '/help',
      '/reapet',
      '/repeat',
      '/hint',
      '/note ask about cost',
      '/board drawing.mmd',
      '/board broken.json',
      '/board gone.json',
      '/next',
    );
    expect(own).toEqual([]);
    expect(text).toContain('Did you mean “/repeat”?');
    expect(text).toContain('The board shows 2 boxes and 1 arrow.');
    expect(text).toContain('broken.json is not JSON');
    expect(text).toContain('gone.json cannot be read.');
    expect(view.turns.map(({ move }) => move).slice(2)).toEqual(['repeat', 'decline', 'transition']);
    expect(view.notes).toMatchObject([{ text: 'ask about cost' }]);
    expect(view.board.components.map(({ name }) => name)).toEqual(['API', 'B']);
  });

  it('TE25 asks in short lines about what it cannot read of a drawing, and about nothing else', async () => {
    const { text } = await held(
      '/board clear.mmd',
      '/board unclear.mmd',
      '/board loose.excalidraw',
      '/board painted.json',
    );
    const told = text.split('The board shows ').slice(1);
    expect(told[0]).toMatch(/^3 boxes and 2 arrows\.\n(?!-)/);
    expect(told[1]?.split('\n').slice(0, 5)).toEqual([
      '4 boxes and 3 arrows.',
      '- What is “Blorb”?',
      '- What is “Frobnicator”?',
      '- What is “Xyzzy”?',
      'and 2 more',
    ]);
    expect(told[2]?.split('\n').slice(0, 2)).toEqual([
      '1 box and 0 arrows.',
      '- At which box does the arrow “asks” from “Users” end?',
    ]);
    expect(told[3]).toContain('\n- What is “Blorb [31mred”?');
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('How many requests');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });

  it('TE14 tells of words that came while the clock stood, and takes none of them', async () => {
    const { own, text } = await held('/pause', 'Into the pause.', '/resume', 'Again.');
    expect(own).toEqual(['Again.']);
    expect(text).toContain('The clock stands: /resume first.');
  });

  it('TE17 TE18 leaves with the clock standing when the input ends, and goes on', async () => {
    const { app, interview, view, text } = await held('Hello.');
    expect(view.status).toBe('paused');
    expect(text).toContain(`dryrun resume ${interview}`);
    const again = typing('And on.', '/end');
    expect(await resumeInTerminal(app, interview, again.terminal)).toBe(0);
    const shown = again.screen();
    expect(shown).toContain('You: Hello.');
    expect(shown).toContain('The clock is going.');
    expect(shown).toContain(`dryrun replay ${interview}`);
    const after = await app.view(interview);
    expect(after?.status).toBe('closed');
    expect(after?.turns.map((turn) => turn.text)).toContain('And on.');
  });

  it('TE9 agrees on a system first', async () => {
    const app = createApp({ store: openMemoryStore(), catalogue, world: virtualWorld() });
    const { terminal, screen } = typing('/pause', 'senior, and fraud', '/quit');
    expect(await holdInTerminal(app, undefined, { format: 'drill-10' }, terminal, false)).toBe(0);
    expect(screen()).toContain('Then let’s take “Fraud detection”, at level L5.');
    expect(await app.list()).toMatchObject([{ system: 'fraud-detection', level: 'L5', status: 'paused' }]);
    const left = typing();
    expect(await holdInTerminal(app, undefined, { format: 'drill-10' }, left.terminal, false)).toBe(0);
    expect(left.screen()).toContain('Nothing was begun.');
    expect(await app.list()).toHaveLength(1);
  });
});
