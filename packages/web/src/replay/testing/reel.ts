/** A short interview with a board, a run and a pause in it, as a reel. Seconds are interview seconds. */
import type { PublicEvent } from '@dryrun/interview';
import { plan, STARTED_AT, terms } from '../../room/testing/events.ts';
import { reelOf } from '../reel.ts';

type Told = PublicEvent extends infer Event
  ? Event extends PublicEvent
    ? Omit<Event, 'version' | 'at'>
    : never
  : never;

/** What happened, each with its second on the clock on the wall. */
export const reelFrom = (happened: readonly (readonly [second: number, event: Told])[]) =>
  reelOf(
    happened.map(([second, event], index) => ({
      ...event,
      version: index + 1,
      at: STARTED_AT + 1000 * second,
    })) as readonly PublicEvent[],
  );

const box = (id: string, x: number) =>
  ({ op: 'place', component: { id, name: id, kind: 'server', x, y: 0 } }) as const;

export const spoke = (turn: number, speaker: 'candidate' | 'interviewer', text: string) =>
  ({ type: 'spoke', turn, speaker, text }) as const;

export const reel = reelFrom([
  [0, { type: 'opened', terms, plan }],
  [0, { type: 'phase', phase: 'explore' }],
  [0, { type: 'moving', turn: 0, move: 'present-problem' }],
  [0, spoke(0, 'interviewer', 'Where do you begin today, and why?')],
  [20, spoke(1, 'candidate', 'Who uses it, and how many of them?')],
  [20, { type: 'moving', turn: 2, move: 'probe-gap' }],
  [21, spoke(2, 'interviewer', 'Millions.')],
  [40, { type: 'drew', operations: [box('api', 0)] }],
  [41, { type: 'drew', operations: [box('cache', 400)] }],
  [50, { type: 'paused', since: STARTED_AT + 45_000 }],
  [150, { type: 'resumed' }],
  [155, { type: 'phase', phase: 'design' }],
  [155, spoke(3, 'interviewer', 'On to the design.')],
  [160, { type: 'ran', run: 'f00d', load: 10 }],
  [170, spoke(4, 'candidate', 'A cache in front, since reads repeat.')],
  [170, { type: 'moving', turn: 5, move: 'next-steps' }],
  [171, spoke(5, 'interviewer', 'A debrief comes next.')],
  [171, { type: 'closed' }],
]);
