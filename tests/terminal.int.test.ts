/** The interview on a real screen: tmux holds the terminal, types like a person and reads what stands there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openHome } from '@dryrun/app';
import { InterviewId } from '@dryrun/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newHome, runDryrun } from './testing/product.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SHOWN_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 50;

const required = (process.env['DRYRUN_REQUIRE'] ?? '').split(',').map((name) => name.trim());
const missing = spawnSync('tmux', ['-V']).error !== undefined;
const skip = missing && !required.includes('tmux');

/** Servers of our own, one for each test: nobody else's sessions are seen or stopped. */
let servers = 0;
const socket = () => `dryrun-test-${process.pid}-${servers}`;
const tmux = (...args: string[]) =>
  execFileSync('tmux', ['-u', '-f', '/dev/null', '-L', socket(), ...args], { encoding: 'utf8' });

let home: string;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ home, leave } = await newHome());
  await runDryrun(home, ['version']);
});
afterAll(() => leave());
afterEach(() => {
  if (!skip) spawnSync('tmux', ['-L', socket(), 'kill-server']);
});

/** A terminal of its own in which `dryrun …` was typed. */
const screenOf = (args: readonly string[], columns = 100, env = '') => {
  servers++;
  const pidFile = join(home, 'pid');
  // tmux does not always learn how a process ended: the shell that waits for it says so.
  const command = (more: readonly string[]) =>
    `cd '${ROOT}'; sh -c 'echo $$ > "${pidFile}"; exec env ${env} DRYRUN_HOME="${home}" "${process.execPath}" bin/dryrun.mjs ${more.join(' ')}'; echo "Ended with $?."; exec cat`;
  tmux('new-session', '-d', '-x', String(columns), '-y', '40', command(args));
  const shown = () => tmux('capture-pane', '-p', '-S', '-200').trimEnd();
  const sees = async (what: string | RegExp): Promise<string> => {
    for (let waited = 0; waited < SHOWN_WITHIN_MS; waited += LOOK_EVERY_MS) {
      const text = shown();
      if (typeof what === 'string' ? text.includes(what) : what.test(text)) return text;
      await delay(LOOK_EVERY_MS);
    }
    throw new Error(`Expected ${String(what)} on the screen; it shows:\n${shown()}`);
  };
  return {
    coloured: () => tmux('capture-pane', '-p', '-e'),
    /** Until it stands there; the whole screen is told when it does not come. */
    sees,
    type: (...keys: string[]) => tmux('send-keys', ...keys),
    paste: (text: string) => {
      tmux('set-buffer', text);
      tmux('paste-buffer', '-p');
    },
    resize: (to: number) => tmux('resize-window', '-x', String(to), '-y', '40'),
    again: (more: readonly string[]) => {
      tmux('clear-history');
      tmux('respawn-pane', '-k', command(more));
    },
    kill: () => process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGKILL'),
    exited: async () => Number(/Ended with (\d+)\./.exec(await sees(/Ended with \d+\./))?.[1]),
  };
};

const newest = async () => {
  const { interviews } = JSON.parse((await runDryrun(home, ['list', '--json'])).out);
  return { id: InterviewId.parse(interviews[0].interview), status: String(interviews[0].status) };
};
const widest = (text: string) => Math.max(...text.split('\n').map((line) => line.trimEnd().length));
const INTERVIEW = ['interview', 'llm-serving', '--level', 'L6', '--seed', '3'];
/** Both opening turns, then the prompt: phase, clock, and nothing typed. */
const OPENED =
  /^Interviewer: [\s\S]+^Interviewer: [\s\S]+^problem exploration ▰▱▱▱▱ {2}00:\d\d of 45:00\n>$/m;
/** The prompt with what is being typed, as the last thing on the screen. */
const typing = (text: string) => new RegExp(`of 45:00\\n>${text === '' ? '' : ` ${text}`}$`);

describe.skipIf(skip)(`an interview on a screen${skip ? ' (skipped: no tmux on this machine)' : ''}`, () => {
  it('TE12 TE13 opens with wrapped words, phase and clock, and answers', async () => {
    const screen = screenOf(INTERVIEW);
    const opening = await screen.sees(OPENED);
    expect(opening).toContain('LLM serving at scale · for L6 · 45-minute interview');
    expect(opening.match(/^Interviewer: /gm)).toHaveLength(2);
    expect(widest(opening)).toBeLessThanOrEqual(80);
    expect(widest(opening)).toBeGreaterThan(60);
    screen.type('I would ask who uses it.', 'Enter');
    await screen.sees(/> I would ask who uses it\.\n\nInterviewer: [\s\S]+\n\nproblem exploration .+\n>$/);
  });

  it('TE12 TE14 goes on in a narrower screen, with the typed words below', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    screen.type('half a sentence');
    await screen.sees(typing('half a sentence'));
    screen.resize(60);
    await screen.sees(typing('half a sentence'));
    screen.type(' and its end', 'Enter');
    const text = await screen.sees(/> half a sentence and its end\n\nInterviewer: [\s\S]+of 45:00\n>$/);
    const answer = text.slice(text.lastIndexOf('Interviewer:'));
    expect(widest(answer)).toBeLessThanOrEqual(60);
  });

  it('TE14 keeps what is being typed when the interviewer speaks', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    const long =
      'half a sentence that is long enough to need a second row on this screen, because it says so very much';
    screen.type(long);
    await screen.sees(/so very m\s?uch$/);
    const { id } = await newest();
    const elsewhere = await openHome({ DRYRUN_HOME: home }, join(ROOT, 'content'), () => {});
    await elsewhere.send(id, { type: 'RequestHelp', help: 'time' });
    await elsewhere.settled();
    await elsewhere.stop();
    const text = await screen.sees(/(?:Interviewer: [\s\S]+){3}\n\nproblem exploration .+\n> half/);
    expect(text.split('\n').slice(-2).join('')).toBe(`> ${long}`);
    expect(text.split('half a sentence')).toHaveLength(2);
  });

  it('TE14 TE16 puts words back that were not taken', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    screen.type('/pause', 'Enter');
    await screen.sees('paused');
    screen.type('Into the pause', 'Enter');
    await screen.sees(/of 45:00 {2}paused\n> Into the pause$/);
    screen.type('C-u');
    screen.type('/nte on tone', 'Enter');
    await screen.sees(/Did you mean “\/note”[\s\S]+> \/nte on tone$/);
    screen.type('C-u');
    screen.type('/rseume', 'Enter');
    await screen.sees(/Did you mean “\/resume”[\s\S]+\n>$/);
    screen.type('/resume', 'Enter');
    await screen.sees(/The clock is going\.\n\n.*of 45:00\n>$/);
  });

  it('TE15 takes a pasted text as one answer', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    screen.paste('First paragraph.\nSecond paragraph.\n');
    await screen.sees('Second paragraph.');
    screen.type('Typed.', 'Enter');
    await screen.sees(/Typed\.\n\nInterviewer/);
    const { id } = await newest();
    expect((await runDryrun(home, ['replay', id])).out).toContain(
      'First paragraph.\nSecond paragraph.\nTyped.',
    );
  });

  it('TE17 TE18 leaves on the second Ctrl-C with the clock standing, and goes on', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    screen.type('I would ask who uses it.', 'Enter');
    await screen.sees(/uses it\.\n\nInterviewer/);
    screen.type('C-c');
    await screen.sees('Press Ctrl-C again to leave');
    screen.type('C-c');
    const { id } = await newest();
    await screen.sees(`dryrun resume ${id}`);
    expect(await screen.exited()).toBe(0);
    expect((await newest()).status).toBe('paused');

    screen.again(['resume', id]);
    const text = await screen.sees(typing(''));
    expect(text).toContain('You: I would ask who uses it.');
    screen.type('And how often.', 'Enter');
    await screen.sees(/And how often\.\n\nInterviewer/);
    screen.type('C-d');
    expect(await screen.exited()).toBe(0);
  });

  it('TE18 goes on after it was killed', async () => {
    const screen = screenOf(INTERVIEW);
    await screen.sees(OPENED);
    screen.type('I would ask who uses it.', 'Enter');
    await screen.sees(/uses it\.\n\nInterviewer/);
    screen.kill();
    const { id, status } = await newest();
    expect(status).toBe('running');
    screen.again(['resume', id]);
    expect(await screen.sees(typing(''))).toContain('You: I would ask who uses it.');
    screen.type('/end', 'Enter');
    await screen.sees(`dryrun replay ${id}`);
    expect(await screen.exited()).toBe(0);
  });

  it('TE19 colours nothing where NO_COLOR is set', async () => {
    const plain = screenOf(INTERVIEW, 100, 'NO_COLOR=1');
    await plain.sees(OPENED);
    expect(plain.coloured()).not.toContain('\u001b[');
    plain.type('C-d');
    await plain.exited();
  });
});
