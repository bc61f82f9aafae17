/**
 * Interviews as sentences: `given(happened).when(action).then(events)`.
 *
 * Seconds are interview seconds from `START`. `held` tells a whole story instead: each action is decided, and the
 * work that the interview waits for is done by the built-in makes at once, as the application would.
 */
import { CommandId } from '@dryrun/domain';
import type { Action, Finding, InterviewEvent, StoredEvent } from '@dryrun/domain';
import { InterviewId, LOG_SCHEMA } from '@dryrun/domain';
import { expect } from 'vitest';
import { decide } from '../decide.ts';
import type { Decision } from '../decide.ts';
import { folded } from '../evolve.ts';
import { wordingOf } from '../exchange.ts';
import { builtInSay } from '../say.ts';
import { hasBegun, notBegun } from '../state.ts';
import type { InterviewState } from '../state.ts';
import { held as heldContent } from './held.ts';

export const START = 1_800_000_000_000;
const at = (seconds: number) => START + Math.round(seconds * 1000);

export type Happening = readonly [seconds: number, event: InterviewEvent];

export const decideAfter = (happened: readonly Happening[], action: Action, seconds: number): Decision => {
  const state = folded(happened.map(([when, event]) => ({ at: at(when), event })));
  return decide({ id: CommandId.parse('c'), at: at(seconds), action }, state, heldContent);
};

export const given = (happened: readonly Happening[]) => ({
  when: (action: Action, seconds = happened.at(-1)?.[0] ?? 0) => {
    const decision = decideAfter(happened, action, seconds);
    return {
      then: (events: readonly object[]) => {
        expect(decision).toMatchObject({ kind: 'accepted' });
        if (decision.kind === 'accepted') expect(decision.events).toMatchObject(events);
      },
      thenNothing: () => expect(decision).toMatchObject({ kind: 'accepted', events: [] }),
      thenRefused: (code: string, told = '') =>
        expect(decision).toMatchObject({
          kind: 'refused',
          refusal: { code, message: expect.stringContaining(told) },
        }),
    };
  },
});

const theBeginning = (): InterviewState => notBegun;

export type Step = readonly [seconds: number, action: Action];
export type Hearing = (text: string) => readonly Finding[];

/** An interview told step by step, with every line said by the built-in make. */
export const tell = (steps: readonly Step[], hear: Hearing = () => [], content = heldContent) => {
  let state = theBeginning();
  const log: StoredEvent[] = [];
  const refusals: string[] = [];
  const take = (action: Action, instant: number): Decision => {
    const decision = decide({ id: CommandId.parse(`c${log.length}`), at: instant, action }, state, content);
    if (decision.kind === 'refused') {
      refusals.push(decision.refusal.code);
      return decision;
    }
    for (const event of decision.events) {
      const command = CommandId.parse(`c${log.length}`);
      log.push({
        interview: InterviewId.parse('told'),
        version: log.length + 1,
        at: decision.at,
        command,
        schema: LOG_SCHEMA,
        event,
      });
    }
    state = decision.state;
    return decision;
  };
  const work = (instant: number) => {
    while (hasBegun(state)) {
      const [next] = state.awaiting;
      if (!next || next.kind === 'assess') return;
      if (next.kind === 'hear') {
        const text = state.turns.find(({ turn }) => turn === next.turn)?.text ?? '';
        take(
          {
            type: 'ReportFindings',
            turn: next.turn,
            make: builtInSay.make,
            findings: hear(text),
            replaced: undefined,
          },
          instant,
        );
      } else if (next.kind === 'run') {
        take({ type: 'ReportNoRun', boards: next.wanted.boards, reason: 'nothing is run here' }, instant);
      } else {
        const parts = builtInSay.say(wordingOf(state, next, content));
        take(
          { type: 'ReportLine', turn: next.chosen.turn, make: builtInSay.make, parts, replaced: undefined },
          instant,
        );
      }
    }
  };
  for (const [seconds, action] of steps) {
    const decision = take(action, at(seconds));
    work(decision.kind === 'accepted' ? decision.at : at(seconds));
  }
  const events = log.map(({ event }) => event);
  return {
    state,
    log,
    events,
    refusals,
    lines: events.flatMap((event) =>
      event.type === 'LineSaid' ? [event.parts.map(({ text }) => text).join('')] : [],
    ),
    moves: events.flatMap((event) => (event.type === 'MoveChosen' ? [event.move] : [])),
    phases: events.flatMap((event) => (event.type === 'PhaseEntered' ? [event.phase] : [])),
  };
};
