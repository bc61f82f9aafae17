/** The join of interview and simulator: a simple design breaks under the twist, the candidate changes it, the second run holds. */
import { assess } from '@dryrun/assessor';
import { virtualHome } from '@dryrun/app';
import { realCatalogue } from '@dryrun/app/testing';
import type { Catalogue } from '@dryrun/content';
import { hold } from '@dryrun/content';
import { drawDesign } from '@dryrun/design';
import type { Debrief, EventOf, StoredEvent } from '@dryrun/domain';
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
const heldWith = async (first: object, second: object | undefined, answers: readonly string[] = STRONG) => {
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
    const index = nearest(answers, used, asked?.text ?? '');
    used.add(index);
    home.jumpTo(home.now() + 90_000);
    await home.app.send(interview, {
      type: 'Say',
      text: answers[index] ?? 'That is all I have.',
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
});
