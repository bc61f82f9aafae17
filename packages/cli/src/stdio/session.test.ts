import { virtualHome } from '@dryrun/app';
import { realCatalogue } from '@dryrun/app/testing';
import { openMemoryStore } from '@dryrun/store';
import { describe, expect, it } from 'vitest';
import { agreeOverPipe } from './intake-session.ts';
import type { Out } from './protocol.ts';
import { converse } from './session.ts';

const START = 1_800_000_000_000;
const catalogue = await realCatalogue();
const newHome = (store = openMemoryStore()) => {
  const home = virtualHome({
    store,
    catalogue,
    onFault: (fault) => {
      throw fault;
    },
  });
  home.jumpTo(START);
  return home;
};

const pipe = (inputs: readonly (object | string)[]) => {
  const out: Out[] = [];
  const lines = (async function* () {
    for (const input of inputs) yield typeof input === 'string' ? input : JSON.stringify(input);
  })();
  return { lines, tell: (message: Out) => void out.push(message), out };
};

const opened = async (home = newHome(), format = 'interview-45') => {
  const outcome = await home.app.open({ system: 'fraud-detection', level: 'L6', format, seed: 3 });
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return { home, interview: outcome.value.interview };
};

const held = async (...inputs: (object | string)[]) => {
  const { home, interview } = await opened();
  const { lines, tell, out } = pipe(inputs);
  await converse(home, interview, { lines, tell });
  return { out, home, interview };
};
const said = (out: readonly Out[]) =>
  out.flatMap((message) => (message.type === 'interviewer' ? [`${message.atSeconds} ${message.move}`] : []));
const types = (out: readonly Out[]) => out.map(({ type }) => type);

describe('an interview over pipes', () => {
  it('TE1 opens, answers each input and says ready', async () => {
    const { out } = await held({ type: 'say', text: 'I would begin with the users.', tookSeconds: 40 });
    expect(types(out).slice(0, 4)).toEqual(['phase', 'interviewer', 'interviewer', 'ready']);
    expect(said(out).slice(0, 2)).toEqual(['0 set-expectations', '0 present-problem']);
    expect(out[4]).toMatchObject({ type: 'interviewer', phase: 'explore', atSeconds: 40 });
    expect(types(out).slice(5)).toEqual(['ready', 'interviewer', 'interviewer', 'closed']);
  });

  it('TE2 answers a silence at its own seconds, however the wait is cut', async () => {
    const whole = await held({ type: 'wait', seconds: 200 });
    expect(said(whole.out).slice(2, 5)).toEqual(['45 wait', '90 repeat', '180 refocus']);
    const cut = await held(...Array.from({ length: 40 }, () => ({ type: 'wait', seconds: 5 })));
    expect(said(cut.out)).toEqual(said(whole.out));
  });

  it('TE2 does not interrupt somebody who is speaking', async () => {
    const { out } = await held({ type: 'say', text: 'I talk for long.', tookSeconds: 300 });
    expect(said(out)[2]).toMatch(/^300 /);
  });

  it('TE2 ends phases and the interview by time alone, in order', async () => {
    const { out } = await held({ type: 'wait', seconds: 4000 });
    const seconds = out.flatMap((message) => ('atSeconds' in message ? [message.atSeconds] : []));
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    const phases = out.flatMap((message) =>
      message.type === 'phase' ? [`${message.atSeconds} ${message.phase}`] : [],
    );
    expect(phases.slice(0, 2)).toEqual(['0 explore', `${8 * 60 * 1.2} high-level-design`]);
    expect(said(out)).toContain('2400 time-cue');
    expect(types(out).at(-1)).toBe('closed');
    expect(types(out).filter((type) => type === 'ready')).toHaveLength(1);
  });

  it('TE3 TE4 answers what is wrong with an error and ready, and nothing changes', async () => {
    const wrong = ['nonsense', { type: 'wait', seconds: -1 }, { type: 'resume' }, { type: 'say', text: ' ' }];
    const { out } = await held(...wrong, { type: 'pause' }, { type: 'say', text: 'Hello?' });
    const after = types(out).slice(4);
    expect(after.slice(0, 8)).toEqual(wrong.flatMap(() => ['error', 'ready']));
    expect(after.slice(8, 11)).toEqual(['ready', 'error', 'ready']);
    expect(out.findLast(({ type }) => type === 'error')).toMatchObject({
      message: expect.stringContaining('resume the interview first'),
    });
  });

  it('TE2 lets no interview time pass while the clock stands', async () => {
    const { out } = await held(
      { type: 'pause' },
      { type: 'wait', seconds: 3600 },
      { type: 'resume' },
      { type: 'wait', seconds: 45 },
    );
    expect(said(out)[2]).toBe('45 wait');
  });

  it('TE5 ends with the input as it ends when asked to', async () => {
    const asked = await held({ type: 'end' }, { type: 'say', text: 'too late' });
    const ended = await held();
    const words = (out: readonly Out[]) => out.map((message) => ({ ...message, interview: '' }));
    expect(words(asked.out)).toEqual(words(ended.out));
    expect(ended.out.at(-1)).toMatchObject({ type: 'closed', interview: ended.interview });
    expect((await ended.home.app.view(ended.interview))?.status).toBe('closed');
  });

  it('TE7 draws the whole board, from a design or from Mermaid', async () => {
    const { out, home, interview } = await held(
      { type: 'board', design: { components: [{ id: 'api' }, { id: 'old' }] } },
      { type: 'board', mermaid: 'flowchart LR\napi[API] -->|asks| model' },
      { type: 'board', mermaid: 'pie\n"a": 1' },
      { type: 'board', design: { components: [{ id: 'a' }], connections: [{ from: 'a', to: 'ghost' }] } },
    );
    const told = out.flatMap((message) => (message.type === 'error' ? [message.message] : []));
    expect(told).toEqual([expect.stringContaining('flowchart'), expect.stringContaining('ghost')]);
    const view = await home.app.view(interview);
    expect(view?.board.components.map(({ id, name }) => [id, name])).toEqual([
      ['api', 'API'],
      ['model', 'model'],
    ]);
  });

  it('TE8 wakes no interview that it does not hold', async () => {
    const store = openMemoryStore();
    const other = await opened(newHome(store));
    await other.home.settled();
    const before = (await other.home.app.view(other.interview))?.version;
    const { home, interview } = await opened(newHome(store));
    await home.pass(600_000);
    expect((await home.app.view(interview))?.turns.length).toBeGreaterThan(3);
    expect((await other.home.app.view(other.interview))?.version).toBe(before);
  });
});

describe('the intake over pipes', () => {
  const agreed = async (...inputs: (object | string)[]) => {
    const { lines, tell, out } = pipe(inputs);
    const wish = await agreeOverPipe(catalogue.systems, 3, undefined, { lines, tell });
    return { wish, out };
  };

  it('TE9 asks in the intake’s own phase, at no time', async () => {
    const { wish, out } = await agreed(
      { type: 'say', text: 'senior' },
      'nonsense',
      { type: 'pause' },
      { type: 'repeat' },
      { type: 'say', text: 'fraud' },
    );
    expect(wish).toEqual({ system: 'fraud-detection', level: 'L5' });
    expect(out[0]).toMatchObject({ type: 'interviewer', move: 'intake', phase: 'intake', atSeconds: 0 });
    expect(types(out).join(' ')).toBe(
      'interviewer ready interviewer ready error ready error ready interviewer ready interviewer',
    );
  });

  it('TE9 begins nothing when the input ends', async () => {
    const { wish, out } = await agreed();
    expect(wish).toBeUndefined();
    expect(out.at(-1)).toMatchObject({ type: 'closed', interview: null });
  });
});
