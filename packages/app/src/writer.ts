/**
 * One writer per interview. A command is decided on the newest state, appended against the version it was decided
 * on, and decided again if another process came first:
 *
 *     submit ─▶ (turn) load ─▶ decide ─▶ append ─┬▶ appended         live state moves on
 *                       ▲                        ├▶ applied before   the versions of then
 *                       └──────── conflict ◀─────┘
 */
import type { Action, CommandId, InterviewId } from '@dryrun/domain';
import { decide, hasBegun } from '@dryrun/interview';
import type { EventStore } from '@dryrun/store';
import { caughtUp, parseContent, summaryOf } from './live.ts';
import type { Live, Versions } from './live.ts';
import { done } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { phaseOver } from './phase-over.ts';
import { takingTurns } from './turns.ts';
import type { World } from './world.ts';

/** How often a command is decided again before the fault is ours: each time, another process got something done. */
const TRIES = 20;

export type Writer = ReturnType<typeof createWriter>;

export const createWriter = (
  store: EventStore,
  world: World,
  afterAppend: (interview: InterviewId) => void,
) => {
  const lives = new Map<InterviewId, Live>();
  const inTurn = takingTurns();

  const load = async (interview: InterviewId): Promise<Live> => {
    const live = await caughtUp(store, interview, lives.get(interview));
    if (live.state.version > 0) keep(lives, interview, live);
    return live;
  };

  const submit = (interview: InterviewId, id: CommandId, action: Action): Promise<Outcome<Versions>> =>
    inTurn(interview, async () => {
      for (let tries = 0; tries < TRIES; tries++) {
        const live = tries === 0 ? (lives.get(interview) ?? (await load(interview))) : await load(interview);
        const outcome = await once(interview, id, action, live);
        if (outcome) return outcome;
      }
      throw new Error(
        `Interview ${interview} was written to by others ${TRIES} times while one command was decided.`,
      );
    });

  const once = async (
    interview: InterviewId,
    id: CommandId,
    action: Action,
    live: Live,
  ): Promise<Outcome<Versions> | undefined> => {
    const before = live.applied.get(id);
    if (before) return done(before);
    const over = phaseOver(action, live.state);
    if (over) return { done: false, refusal: over };
    const content =
      live.content ??
      (action.type === 'OpenInterview'
        ? parseContent((await store.getContent(action.content)) ?? '')
        : NO_CONTENT);
    const decision = decide({ id, at: world.now(), action }, live.state, content);
    if (decision.kind === 'refused') return { done: false, refusal: decision.refusal };
    // Nothing came of it, so nothing is to be remembered: a wake with nothing due.
    if (decision.events.length === 0 || !hasBegun(decision.state)) return done(NOTHING);

    const expected = live.state.version;
    const { at, events, wakeAt } = decision;
    const summary = summaryOf(decision.state);
    const appended = await store.append({ interview, expected, command: id, at, events, wakeAt, summary });
    switch (appended.kind) {
      case 'conflict':
        lives.delete(interview);
        return undefined;
      case 'applied-before':
        lives.delete(interview);
        return done({ from: appended.from, to: appended.to });
      case 'appended': {
        const versions = { from: appended.from, to: appended.to };
        const applied = new Map(live.applied).set(id, versions);
        keep(lives, interview, { state: decision.state, content, applied });
        afterAppend(interview);
        return done(versions);
      }
    }
  };

  return { load, submit, forget: (interview: InterviewId) => lives.delete(interview) };
};

const NOTHING: Versions = { from: 1, to: 0 };

/** Interviews kept in memory; the one longest untouched goes first and is read again when needed. */
const KEPT = 200;

const keep = (lives: Map<InterviewId, Live>, interview: InterviewId, live: Live): void => {
  lives.delete(interview);
  lives.set(interview, live);
  const [oldest] = lives.keys();
  if (lives.size > KEPT && oldest !== undefined) lives.delete(oldest);
};

/** An interview that has not begun refuses everything that would look at content. */
const NO_CONTENT = {
  schema: 1,
  system: { slug: '', title: '', family: '', prompt: '', aliases: [] },
  format: { id: '', title: '', opening: 'clear', looksAt: '', phases: [], patienceMs: [] },
  lines: {},
} as const;
