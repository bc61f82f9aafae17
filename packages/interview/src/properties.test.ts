import { CommandId, StoredEvent } from '@dryrun/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Happened } from './evolve.ts';
import { publish } from './publish.ts';
import { hasBegun, notBegun } from './state.ts';
import type { InterviewState } from './state.ts';
import { anyAction, anyEvent, anyStory } from './testing/arbitrary.ts';
import { START, tell } from './testing/given.ts';
import { held } from './testing/held.ts';
import { emptyView, foldView, viewAt } from './view.ts';

const settings = { seed: 20_261_120, numRuns: 300 };
const fold = (events: readonly Happened[], from: InterviewState = notBegun) => events.reduce(evolve, from);
const happened = fc.array(fc.record({ at: fc.nat(9_000_000).map((ms) => START + ms), event: anyEvent }), {
  maxLength: 40,
});

describe('properties of the log', () => {
  it('LOG10 any events fold, in any order', () => {
    fc.assert(
      fc.property(happened, (events) => {
        const state = fold(events);
        expect(JSON.parse(JSON.stringify(state))).toMatchObject({ status: state.status });
        expect(JSON.stringify(state)).not.toMatch(/NaN/);
      }),
      settings,
    );
  });

  it('LOG10 folding in parts equals folding at once', () => {
    fc.assert(
      fc.property(happened, fc.nat(40), (events, cut) => {
        expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(fold(events));
      }),
      settings,
    );
  });

  it('LOG10 evolve never changes its argument', () => {
    fc.assert(
      fc.property(happened, anyEvent, (events, event) => {
        const state = frozen(fold(events));
        expect(() => evolve(state, frozen({ at: START, event }))).not.toThrow();
      }),
      settings,
    );
  });

  it('LOG10 no command breaks evolve, and what decide says folds to what it says', () => {
    fc.assert(
      fc.property(happened, anyAction, fc.nat(9_000_000), (events, action, ms) => {
        const state = frozen(fold(events));
        const decision = decide({ id: COMMAND, at: START + ms, action }, state, held);
        if (decision.kind === 'refused') {
          expect(decision.refusal.message).toMatch(/\.$/);
          return;
        }
        const after = fold(
          decision.events.map((event) => ({ at: decision.at, event })),
          state,
        );
        expect(after).toEqual(decision.state);
        expect(decision.at).toBeGreaterThanOrEqual(state.lastAt);
      }),
      settings,
    );
  });

  it('LOG1 LOG2 a told story has versions without gaps, instants that never fall, and events of the known shapes', () => {
    fc.assert(
      fc.property(anyStory, (steps) => {
        const { log } = tell(steps);
        log.forEach((stored, index) => {
          expect(stored.version).toBe(index + 1);
          expect(stored.at).toBeGreaterThanOrEqual(log[index - 1]?.at ?? 0);
          expect(StoredEvent.parse(JSON.parse(JSON.stringify(stored)))).toEqual(
            JSON.parse(JSON.stringify(stored)),
          );
        });
      }),
      { ...settings, numRuns: 150 },
    );
  });

  it('LOG9 the same story gives the same bytes', () => {
    fc.assert(
      fc.property(anyStory, (steps) => {
        expect(JSON.stringify(tell(steps).log)).toBe(JSON.stringify(tell(steps).log));
      }),
      { ...settings, numRuns: 100 },
    );
  });

  it('LOG14 the view at a moment is the fold of the public events up to it', () => {
    fc.assert(
      fc.property(anyStory, fc.nat(80), (steps, version) => {
        const { log } = tell(steps);
        const soFar = log.slice(0, version).flatMap((event) => publish(event) ?? []);
        expect(viewAt(log, { version })).toEqual(soFar.reduce(foldView, emptyView));
        const at = log[version]?.at ?? START;
        expect(viewAt(log, { at })).toEqual(
          viewAt(
            log.filter((event) => event.at <= at),
            { version: log.length },
          ),
        );
      }),
      { ...settings, numRuns: 150 },
    );
  });

  it('LOG14 the view and the state agree on what both hold', () => {
    fc.assert(
      fc.property(anyStory, (steps) => {
        const { log, state } = tell(steps);
        const view = viewAt(log, { version: log.length });
        if (!hasBegun(state)) throw new Error('a story begins');
        expect(view.status).toBe(state.status);
        expect(view.clock).toEqual(state.clock);
        expect(view.board).toEqual(state.board);
        expect(view.turns.map(({ turn, text, atMs }) => ({ turn, text, atMs }))).toEqual(
          state.turns.map(({ turn, text, atMs }) => ({ turn, text, atMs })),
        );
      }),
      { ...settings, numRuns: 150 },
    );
  });

  it('LOG13 no reading, no reason and no held content is ever public', () => {
    const canary = 'CANARY-7f3a';
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        const hidden = events.map((event) => plant(event, canary));
        const published = hidden.map((event, index) => publish({ version: index + 1, at: START, event }));
        expect(JSON.stringify(published)).not.toContain(canary);
      }),
      settings,
    );
  });
});

const COMMAND = CommandId.parse('c');

/** A canary in every field that no candidate may see. */
const plant = (event: StoredEvent['event'], canary: string): StoredEvent['event'] => {
  switch (event.type) {
    case 'PhaseEntered':
    case 'MoveChosen':
    case 'InterviewClosed':
    case 'MakeReplaced':
      return { ...event, reason: canary };
    case 'FindingsRead':
      return { ...event, make: { kind: 'llm', version: canary } };
    case 'LineSaid':
      return { ...event, make: { kind: 'llm', version: canary } };
    default:
      return event;
  }
};

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};
