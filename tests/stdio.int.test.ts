/** Whole interviews with the real product over pipes, as a program holds them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { realCatalogue } from '@dryrun/app/testing';
import { MOVES } from '@dryrun/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newHome, runDryrun } from './testing/product.ts';

const AtSeconds = z.int().nonnegative();
const Message = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('interviewer'),
    text: z.string().min(1),
    move: z.enum(MOVES),
    phase: z.string().min(1),
    atSeconds: AtSeconds,
  }),
  z.strictObject({ type: z.literal('phase'), phase: z.string().min(1), atSeconds: AtSeconds }),
  z.strictObject({ type: z.literal('run'), hash: z.string(), bottleneck: z.string().nullable() }),
  z.strictObject({ type: z.literal('closed'), interview: z.string().min(1), summary: z.string().min(1) }),
  z.strictObject({ type: z.literal('error'), message: z.string().min(1) }),
  z.strictObject({ type: z.literal('ready') }),
]);
type Message = z.infer<typeof Message>;

let home: string;
let leave: () => Promise<void>;
beforeAll(async () => {
  ({ home, leave } = await newHome());
});
afterAll(() => leave());

const llmServing = (format: string, ...more: string[]) =>
  ['interview', 'llm-serving', '--level', 'L6', '--format', format, '--stdio'].concat(more);
const said = (sentence: string, tookSeconds = 45) => ({ type: 'say', text: sentence, tookSeconds });
const linesOf = (inputs: readonly (object | string)[]) =>
  inputs.map((input) => `${typeof input === 'string' ? input : JSON.stringify(input)}\n`).join('');
const messagesIn = (out: string): readonly Message[] =>
  out
    .trim()
    .split('\n')
    .map((line) => Message.parse(JSON.parse(line)));
const typesOf = (messages: readonly Message[]) => messages.map(({ type }) => type);

/** All of the input at once: whoever writes it does not wait for answers. */
const piped = async (args: readonly string[], inputs: readonly (object | string)[]) => {
  const { out, err, code } = await runDryrun(home, args, linesOf(inputs));
  return { messages: code === 0 ? messagesIn(out) : [], out, err, code };
};

/** One line at a time, each after the `ready` for the one before; the pipe stays open to the end. */
const conversing = (args: readonly string[]) => {
  const child = spawn(process.execPath, ['bin/dryrun.mjs', ...args], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    env: { ...process.env, DRYRUN_HOME: home },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const complaints = text(child.stderr);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answers = async (): Promise<readonly Message[]> => {
    const got: Message[] = [];
    for (;;) {
      const { done, value } = await lines.next();
      if (done) throw new Error(`It ended without “closed”:\n${await complaints}`);
      const message = Message.parse(JSON.parse(value));
      got.push(message);
      if (message.type === 'ready' || message.type === 'closed') return got;
    }
  };
  return {
    answers,
    send: (input: object | string) => {
      child.stdin.write(linesOf([input]));
      return answers();
    },
    exitCode: async () => (await exited)[0],
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};

const ANSWERS = [
  'I would first ask who the users are, what they send, and how quickly they must be answered.',
  'Let me assume a thousand requests a second at the peak, and two seconds at the 95th percentile.',
  'There is a gateway, a queue for each tier of users, and a pool of GPU servers with continuous batching.',
  'I chose continuous batching over static batching because requests end at different times; it costs fairness.',
  'We watch time to the first token, tokens per second and the queue, and we roll back when one gets worse.',
  'If a region is lost, the others take its interactive traffic and the batch traffic waits.',
];
/** Enough for every format: exchanges end phases before the answers run out. */
const script = Array.from({ length: 120 }, (_, at) => said(ANSWERS[at % ANSWERS.length] ?? ''));

describe('an interview over pipes, with the real product', () => {
  it.each(['interview-45', 'interview-60', 'practice-40', 'solo-45', 'drill-10'])(
    'TE1 TE5 %s is held to its end, through its phases in order',
    async (format) => {
      const talk = conversing(llmServing(format, '--seed', '11'));
      const all = [...(await talk.answers())];
      expect(typesOf(all)).toEqual(['phase', 'interviewer', 'interviewer', 'ready']);
      for (const input of script) {
        const answers = await talk.send(input);
        all.push(...answers);
        if (answers.at(-1)?.type === 'closed') break;
        expect(typesOf(answers).filter((type) => type === 'ready')).toHaveLength(1);
      }
      expect(all.at(-1)?.type).toBe('closed');
      expect(await talk.exitCode()).toBe(0);

      const seconds = all.flatMap((message) => ('atSeconds' in message ? [message.atSeconds] : []));
      expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
      const phases = all.flatMap((message) => (message.type === 'phase' ? [message.phase] : []));
      const held = (await realCatalogue()).formats.find(({ id }) => id === format);
      expect(phases).toEqual(held?.phases.map(({ id }) => id));
      const moves = all.flatMap((message) => (message.type === 'interviewer' ? [message.move] : []));
      expect(moves[0]).toBe('set-expectations');
      expect(moves).toContain('present-problem');
      expect(moves.slice(-2)).toEqual(['next-steps', 'close']);
    },
  );

  it('TE3 TE4 answers every bad line with an error and goes on', async () => {
    const bad = [
      'not JSON',
      '',
      '{"type":"dance"}',
      '{"type":"say"}',
      '{"type":"wait","seconds":-1}',
      '{"type":"wait","seconds":1e300}',
      '{"type":"say","text":"x","tookSeconds":-3}',
      '{"type":"resume"}',
      '{"type":"board","mermaid":"what is this"}',
    ];
    const talk = conversing(llmServing('drill-10'));
    await talk.answers();
    for (const line of bad)
      expect([line, ...typesOf(await talk.send(line))]).toEqual([line, 'error', 'ready']);
    const [answer] = await talk.send(said('It is the memory of the keys and values.', 30));
    expect(answer).toMatchObject({ type: 'interviewer', atSeconds: 30 });
    expect(typesOf(await talk.send({ type: 'end' })).at(-1)).toBe('closed');
    expect(await talk.exitCode()).toBe(0);
  });

  it('IN31 a simple design breaks under the twist, is changed, and the second run holds', async () => {
    const design = (servers: number) => ({
      components: [
        { id: 'users', kind: 'client' },
        {
          id: 'ranker',
          kind: 'server',
          settings: { servers, service: { distribution: 'exponential', mean: '10ms' } },
        },
      ],
      connections: [{ from: 'users', to: 'ranker' }],
      workloads: [{ name: 'feed', from: 'users', rps: 200, arrivals: 'poisson' }],
    });
    const talk = conversing(
      'interview video-recommendation --level L6 --format interview-45 --stdio --seed 4'.split(' '),
    );
    await talk.answers();
    await talk.send({ type: 'board', design: design(4) });
    const all: Message[] = [];
    let changed = false;
    for (const input of script) {
      const answers = await talk.send({ ...input, tookSeconds: 100 });
      all.push(...answers);
      if (answers.at(-1)?.type === 'closed') break;
      const shows = answers.some((one) => one.type === 'interviewer' && one.move === 'show-simulation');
      if (!shows || changed) continue;
      changed = true;
      all.push(...(await talk.send({ type: 'board', design: design(40) })));
    }
    const runs = all.flatMap((one) => (one.type === 'run' ? [one] : []));
    expect(runs.map(({ bottleneck }) => bottleneck)).toEqual(['ranker', 'ranker']);
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(2);
    const told = all.flatMap((one) =>
      one.type === 'interviewer' && one.move === 'show-simulation' ? [one.text] : [],
    );
    expect(told).toHaveLength(2);
    expect(told[0]).toContain('“ranker” is full at');
    expect(told[1]).toContain('At 2,000 requests a second nothing is full');
    expect(await talk.exitCode()).toBe(0);
  });

  it('TE2 answers silences and ends the interview by time alone', async () => {
    const { messages, code } = await piped(llmServing('drill-10'), [{ type: 'wait', seconds: 3600 }]);
    const spoken = messages.flatMap((message) =>
      message.type === 'interviewer' ? [`${message.atSeconds} ${message.move}`] : [],
    );
    expect(spoken.slice(2)).toEqual([
      '45 wait',
      '90 repeat',
      '180 refocus',
      '480 time-cue',
      '720 next-steps',
      '720 close',
    ]);
    expect({ last: messages.at(-1)?.type, code }).toEqual({ last: 'closed', code: 0 });
  });

  it('TE5 ends with the input, also while the clock stands', async () => {
    const { messages, code } = await piped(llmServing('interview-45'), [
      said('I begin with the users.'),
      { type: 'pause' },
    ]);
    expect(typesOf(messages).slice(-3)).toEqual(['interviewer', 'interviewer', 'closed']);
    expect(code).toBe(0);
  });

  it('TE6 is the same to the byte for one seed, but for the id', async () => {
    const inputs = [
      ...script.slice(0, 5),
      { type: 'wait', seconds: 100 },
      { type: 'hint' },
      { type: 'next-phase' },
      { type: 'board', design: { components: [{ id: 'api', kind: 'server' }] } },
      ...script.slice(0, 4),
    ];
    const nameless = async (...more: string[]) =>
      (await piped(llmServing('interview-45', ...more), inputs)).out.replace(/"interview":"\w+"/, '');
    const first = await nameless('--seed', '7');
    expect(await nameless('--seed', '7')).toBe(first);
    expect(await nameless('--seed', '8')).not.toBe(first);
  });

  it('TE8 is kept like any other, and goes on after a kill with no time lost', async () => {
    const talk = conversing(llmServing('interview-45'));
    await talk.answers();
    await talk.send(said('Whoever uses it waits for the first token.', 50));
    await talk.kill();
    const { interviews } = JSON.parse((await runDryrun(home, ['list', '--json'])).out);
    const { interview, status } = interviews[0];
    expect(status).toBe('running');

    const again = conversing(['resume', interview, '--stdio']);
    const standing = await again.answers();
    expect(standing).toMatchObject([
      { type: 'phase' },
      { type: 'interviewer', atSeconds: 50 },
      { type: 'ready' },
    ]);
    const [answer] = await again.send(said('And for every token after it.', 10));
    expect(answer).toMatchObject({ type: 'interviewer', atSeconds: 60 });
    await again.send({ type: 'end' });
    expect(await again.exitCode()).toBe(0);
    const { code, err } = await runDryrun(home, ['resume', interview, '--stdio']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('This interview is over') });
    expect((await runDryrun(home, ['replay', interview])).out).toContain('every token after it');
  });

  it('TE18 TE8 goes on from a fork', async () => {
    const { messages } = await piped(llmServing('interview-45'), script.slice(0, 3));
    const closed = messages.at(-1);
    const id = closed?.type === 'closed' ? closed.interview : '';
    const fork = JSON.parse((await runDryrun(home, ['fork', id, '--at', '8', '--json'])).out).interview;
    const { messages: after, code } = await piped(['resume', fork, '--stdio'], [said('Another answer.', 5)]);
    expect({ first: after[0]?.type, last: after.at(-1)?.type, code }).toEqual({
      first: 'phase',
      last: 'closed',
      code: 0,
    });
  });

  it('TE9 TE11 agrees on a system, says which, and sums up without judging', async () => {
    const { messages } = await piped(
      ['interview', '--format', 'drill-10', '--seed', '5', '--stdio'],
      [said('Hm.'), said('Senior, and I know fraud.'), said('The labels come late.', 20)],
    );
    const intake = messages.filter((message) => message.type === 'interviewer' && message.move === 'intake');
    expect(intake).toHaveLength(3);
    expect(intake.at(-1)).toMatchObject({ text: expect.stringContaining('“Fraud detection”'), atSeconds: 0 });
    expect(messages.at(-1)).toMatchObject({
      type: 'closed',
      summary: expect.stringMatching(/Fraud detection.*“The labels come late\.”/),
    });
    expect(JSON.stringify(messages.at(-1))).not.toMatch(/\bL[4-7]\b|score|strong|weak/);
  });

  it.each([
    [['llm-servin'], 'Did you mean “llm-serving”?'],
    [['llm-serving', '--format', 'interview-54'], 'Did you mean “interview-45”'],
    [['llm-serving', '--level', 'L9'], 'Did you mean “L4”'],
    [['llm-serving', '--persona', 'neutrl'], 'Did you mean “neutral”?'],
    [['llm-serving', '--mode', 'coahc'], 'Did you mean “coach”?'],
    [['llm-serving', '--focus', 'tradeoffs'], 'Did you mean “trade-offs”?'],
    [['llm-serving', '--seed', 'x'], 'whole number'],
    [['llm-serving', '--levle', 'L6'], 'Did you mean “--level”?'],
  ])('TE10 refuses %j with exit 2 and the nearest names', async (args, told) => {
    const { out, err, code } = await piped(['interview', ...args, '--stdio'], []);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toContain(told);
  });
});
