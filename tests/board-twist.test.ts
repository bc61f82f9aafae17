/** The join of interview and simulator: a simple design breaks under the twist, the candidate changes it, the second run holds. */
import { assess } from '@dryrun/assessor';
import { virtualHome } from '@dryrun/app';
import { realCatalogue } from '@dryrun/app/testing';
import type { Catalogue } from '@dryrun/content';
import { hold } from '@dryrun/content';
import { drawAny, drawDesign } from '@dryrun/design';
import type { CandidateAction, Debrief, EventOf, StoredEvent } from '@dryrun/domain';
import { openMemoryStore } from '@dryrun/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { nearest, STRONG } from '../benchmarks/interviewer/answers.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await realCatalogue();
});

const ranking = (servers: number, rps: number | null = 200) => ({
  name: 'ranking',
  components: [
    { id: 'users', kind: 'client' },
    {
      id: 'gateway',
      kind: 'server',
      settings: { servers: 16, service: { distribution: 'constant', mean: '1ms' } },
    },
    {
      id: 'ranker',
      kind: 'server',
      settings: { servers, service: { distribution: 'exponential', mean: '10ms' } },
    },
  ],
  connections: [
    { from: 'users', to: 'gateway' },
    { from: 'gateway', to: 'ranker' },
  ],
  ...(rps === null ? {} : { workloads: [{ name: 'feed', from: 'users', rps, arrivals: 'poisson' }] }),
});

/** Answers until the end; the board is drawn first, and drawn again when it was told what a run of it did. */
const heldWith = async (
  first: object,
  second: object | undefined,
  answers: readonly string[] = STRONG,
  meant: (asked: string) => string | undefined = () => undefined,
) => {
  const store = openMemoryStore();
  const home = virtualHome({ store, catalogue });
  home.jumpTo(1_000_000);
  // The seed takes the twist of ten times the load.
  const opened = await home.app.open({
    system: 'video-recommendation',
    level: 'L6',
    format: 'interview-45',
    seed: 4,
  });
  if (!opened.done) throw new Error(opened.refusal.message);
  const { interview } = opened.value;
  const draw = async (design: object) => {
    const operations = drawDesign(design);
    if (typeof operations === 'string') throw new Error(operations);
    await home.app.send(interview, { type: 'ChangeBoard', operations });
    await home.settled();
  };
  await home.settled();
  await draw(first);
  const used = new Set<number>();
  let again = second;
  for (let turn = 0; turn < 60; turn++) {
    const view = await home.app.view(interview);
    if (view?.status !== 'running') break;
    const asked = view.turns.at(-1);
    if (asked?.move === 'show-simulation' && again) {
      await draw(again);
      again = undefined;
    }
    const own = meant(asked?.text ?? '');
    const index = nearest(answers, used, asked?.text ?? '');
    if (own === undefined) used.add(index);
    home.jumpTo(home.now() + 90_000);
    await home.app.send(interview, {
      type: 'Say',
      text: own ?? answers[index] ?? 'That is all I have.',
      tookMs: 90_000,
      channel: 'typed',
    });
    await home.settled();
  }
  const events = await store.read(interview);
  await home.app.stop();
  return events;
};

const debriefOf = (events: readonly StoredEvent[]): Debrief => {
  const content = hold(catalogue, { system: 'video-recommendation', format: 'interview-45' });
  if ('code' in content) throw new Error(content.message);
  const debrief = assess(events, content.content);
  if (!debrief) throw new Error('Expected a debrief.');
  return debrief;
};
const runsIn = (events: readonly StoredEvent[]) =>
  events.flatMap(({ event }) => (event.type === 'RunRead' ? [event] : []));
const shownIn = (events: readonly StoredEvent[]) => {
  const chosen = new Map<number, EventOf<'MoveChosen'>>();
  return events.flatMap(({ event }) => {
    if (event.type === 'MoveChosen') chosen.set(event.turn, event);
    if (event.type !== 'LineSaid') return [];
    const made = chosen.get(event.turn);
    return made?.move === 'show-simulation'
      ? [{ run: made.about.run, text: event.parts.map(({ text }) => text).join('') }]
      : [];
  });
};

describe('the board under the twist', () => {
  it('IN31 AS15 breaks, is changed, and holds: each told in figures of its own run, and cited by the assessor', async () => {
    const events = await heldWith(ranking(4), ranking(40));
    const runs = runsIn(events);
    expect(runs.map(({ engine, boards, holds }) => [engine, boards, holds])).toEqual([
      ['analytic', 1, false],
      ['simulated', 1, false],
      ['analytic', 2, true],
      ['simulated', 2, true],
    ]);
    const shown = shownIn(events);
    expect(shown.map(({ run }) => run)).toEqual([runs[1]?.run, runs[3]?.run]);
    // Ten times 200 a second arrive at four servers of 10 ms: 400 a second pass, 1,600 wait.
    expect(shown[0]?.text).toMatch(
      /At 2,000 requests a second “ranker” is full at 400 a second and its queue grows by 1,6\d\d every second\./,
    );
    expect(shown[1]?.text).toMatch(
      /At 2,000 requests a second nothing is full, the busiest part, “ranker”, works (49|50|51)(\.\d)? % of its time/,
    );
    const cited = debriefOf(events)
      .dimensions.flatMap(({ evidence }) => evidence)
      .flatMap((piece) => (piece.kind === 'run' ? [[piece.run, piece.polarity]] : []));
    expect(cited).toEqual([
      [runs[1]?.run, 'concern'],
      [runs[3]?.run, 'strength'],
    ]);
    const reports = runs.map(({ figures }) => figures?.arrivingRps);
    expect(reports).toEqual([2000, 2000, 2000, 2000]);
  });

  it('IN31 the same again gives the same runs', async () => {
    const hashes = async () => runsIn(await heldWith(ranking(4), undefined)).map(({ run }) => run);
    expect(await hashes()).toEqual(await hashes());
  });

  it('IN31 takes the rate that the candidate named where the board has none', async () => {
    const said = STRONG.map(
      (text) => `We get about 200 requests per second. ${text.replaceAll(/\d[\d,]* requests/g, 'requests')}`,
    );
    const runs = runsIn(await heldWith(ranking(4, null), undefined, said));
    expect(runs.map(({ figures }) => figures?.arrivingRps)).toEqual([2000, 2000]);
  });

  it('IN31 leaves a board alone that nobody can run', async () => {
    const silent = STRONG.filter((text) => !/requests|second/.test(text));
    const events = await heldWith(ranking(4, null), undefined, silent);
    expect(runsIn(events)).toEqual([]);
    expect(events.some(({ event }) => event.type === 'RunFailed')).toBe(true);
    expect(shownIn(events)).toEqual([]);
  });

  it('IN40 IN31 a board that lacked only what arrives is run when that is said', async () => {
    const silent = STRONG.filter((text) => !/requests|second/.test(text));
    const events = await heldWith(ranking(4, null), undefined, silent, (asked) =>
      /how many requests a second/i.test(asked) ? 'It was 200, until now.' : undefined,
    );
    expect(events.some(({ event }) => event.type === 'RunFailed')).toBe(true);
    expect(runsIn(events).map(({ figures }) => figures?.arrivingRps)).toEqual([2000, 2000]);
  });
});

describe('the board as it stands', () => {
  const room = async () => {
    const store = openMemoryStore();
    const home = virtualHome({ store, catalogue });
    home.jumpTo(1_000_000);
    const opened = await home.app.open({
      system: 'llm-serving',
      level: 'L6',
      format: 'interview-45',
      seed: 4,
    });
    if (!opened.done) throw new Error(opened.refusal.message);
    const { interview } = opened.value;
    await home.settled();
    const send = async (action: CandidateAction) => {
      home.jumpTo(home.now() + 30_000);
      const sent = await home.app.send(interview, action);
      await home.settled();
      return sent;
    };
    const draw = (text: string) => {
      const drawing = drawAny(text, catalogue.palette);
      if ('misreadings' in drawing) throw new Error(drawing.misreadings[0]?.message);
      return send({ type: 'ChangeBoard', operations: drawing.operations });
    };
    const say = async (text: string) => {
      await send({ type: 'Say', text, channel: 'typed' });
      return (await home.app.view(interview))?.turns.at(-1)?.text ?? '';
    };
    const view = async () => {
      const seen = await home.app.view(interview);
      if (!seen) throw new Error('Expected a view.');
      return seen;
    };
    return { send, draw, say, view, events: () => store.read(interview), stop: () => home.app.stop() };
  };
  const FLOW =
    'flowchart LR\n u[Users] --> g[API gateway] --> r[Ranker ×2]\n r --> f[(Feature store)]\n f --> r\n r --> u';

  it('IN41 is run when the candidate wants it, at what was said, and again at what is named with it', async () => {
    const { send, draw, say, view, stop } = await room();
    await draw(FLOW);
    await say('About 300/s arrive.');
    await send({ type: 'RunBoard' });
    await send({ type: 'RunBoard' });
    const { runs, trial } = await view();
    expect(trial).toBeUndefined();
    expect(runs.map(({ figures, holds }) => [figures?.arrivingRps, holds])).toEqual([[300, true]]);
    expect(runs[0]?.figures?.components?.map(({ id }) => id)).toEqual(['g', 'r', 'f']);
    expect(runs[0]?.figures?.p99Ms).toBeGreaterThan(runs[0]?.figures?.p50Ms ?? Infinity);
    await send({ type: 'RunBoard', rps: 1000 });
    const again = (await view()).runs.at(-1);
    expect([again?.figures?.arrivingRps, again?.holds, again?.bottleneck]).toEqual([1000, false, 'r']);
    await stop();
  });

  it('IN40 IN41 says why it cannot be run, in the view and in words, and runs when it can', async () => {
    const { send, draw, say, view, stop } = await room();
    expect(await send({ type: 'RunBoard' })).toMatchObject({ done: false });
    expect(await say('Can you run my board?')).toContain('Nothing is drawn on the board yet.');
    await draw(FLOW);
    await send({ type: 'RunBoard' });
    expect((await view()).trial).toEqual({ boards: 1, reason: 'Nobody has said how many requests arrive.' });
    expect(await say('Why did you not run the design?')).toContain(
      'Nobody has said how many requests arrive.',
    );
    await send({ type: 'RunBoard', rps: 300 });
    expect((await view()).trial).toBeUndefined();
    expect((await view()).runs).toHaveLength(1);
    expect(await say('Could you run what I have drawn?')).toContain('At 300 requests a second');
    await stop();
  });

  it('IN41 LOG13 a run of the candidate’s own is in the log and is no evidence of anything told', async () => {
    const { send, draw, events, stop } = await room();
    await draw(FLOW);
    await send({ type: 'RunBoard', rps: 300 });
    const types = (await events()).map(({ event }) => event.type);
    expect(types.filter((type) => type.startsWith('Run'))).toEqual(['RunWanted', 'RunRead', 'RunRead']);
    await stop();
  });
});
