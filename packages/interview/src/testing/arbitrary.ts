/** Arbitrary events, actions and stories for properties. Seeds are fixed by whoever runs them. */
import { ContentHash, InterviewId, LEVELS, MOVES } from '@dryrun/domain';
import type { Action, BoardOperation, InterviewEvent, Pace } from '@dryrun/domain';
import fc from 'fast-check';
import type { Step } from './given.ts';
import { contentHash, openIt, plan, terms } from './held.ts';

const id = fc.constantFrom('api', 'cache', 'ranker', 'api-cache');
const text = fc.string({ minLength: 1, maxLength: 40 });
const turn = fc.nat(12);
const make = fc.constantFrom(
  { kind: 'built-in', version: '1' } as const,
  { kind: 'llm', version: 'm' } as const,
);
const hash = fc.constantFrom(ContentHash.parse('b'.repeat(64)), ContentHash.parse('c'.repeat(64)));
const pace = fc.constantFrom<Pace[]>(1, 1.5, 2, 'untimed');
const coordinate = fc.integer({ min: -100, max: 100 });

const operation: fc.Arbitrary<BoardOperation> = fc.oneof(
  fc.record({ op: fc.constant('place' as const), component: fc.record({ id, name: text }) }),
  fc.record({ op: fc.constant('connect' as const), connection: fc.record({ id, from: id, to: id }) }),
  fc.record({ op: fc.constant('move' as const), id, x: coordinate, y: coordinate }),
  fc.record({ op: fc.constant('remove' as const), id }),
  fc.constant({ op: 'clear' as const }),
);
const operations = fc.array(operation, { minLength: 1, maxLength: 4 });
const finding = fc.record({
  kind: fc.constant('act' as const),
  act: fc.constantFrom('asks-time', 'asks-repeat', 'asks-hint', 'asks-next-phase', 'asks-to-end'),
  span: fc.constant({ start: 0, end: 1 }),
});
const parts = fc.array(fc.record({ source: fc.constantFrom('line', 'number', 'quote', 'fact'), text }), {
  minLength: 1,
  maxLength: 3,
});
const phase = fc.constantFrom('explore', 'wrap-up', 'nowhere');
const about = fc.record(
  {
    question: fc.constantFrom('begin', 'summary', 'nothing'),
    phase,
    turn,
    minutesLeft: fc.nat(9),
    afterSilenceMs: fc.constant(45_000),
  },
  { requiredKeys: [] },
);
const typed = <Type extends string, Rest extends object>(type: Type, rest: fc.Arbitrary<Rest>) =>
  rest.map((fields) => ({ type, ...fields }));
const bare = <Type extends string>(type: Type) => fc.constant({ type });

/** Any event the shapes allow, in no sensible order: what `evolve` must survive. */
export const anyEvent: fc.Arbitrary<InterviewEvent> = fc.oneof(
  typed(
    'InterviewOpened',
    fc
      .record({ level: fc.constantFrom(...LEVELS), pace })
      .map((changed) => ({ terms: { ...terms, ...changed }, content: contentHash, plan })),
  ),
  typed(
    'InterviewForked',
    fc.record({
      from: fc.constant(InterviewId.parse('original')),
      version: fc.integer({ min: 1, max: 9 }),
      stoodAt: fc.nat(),
    }),
  ),
  typed('CandidateSpoke', fc.record({ turn, text, channel: fc.constantFrom('typed', 'spoken') })),
  typed('BoardChanged', fc.record({ operations })),
  typed('HelpRequested', fc.record({ help: fc.constantFrom('hint', 'repeat', 'time') })),
  bare('PresenceShown'),
  bare('NextPhaseRequested'),
  bare('EndRequested'),
  bare('ClockPaused'),
  bare('ClockResumed'),
  typed('PaceChanged', fc.record({ pace })),
  typed(
    'ConsentRecorded',
    fc.record({ to: fc.constantFrom('model', 'recording', 'sharing'), given: fc.boolean() }),
  ),
  typed('NoteWritten', fc.record({ text })),
  typed('ReadingContested', fc.record({ debrief: hash, mark: text, reason: text })),
  typed('FindingsRead', fc.record({ turn, make, findings: fc.array(finding, { maxLength: 3 }) })),
  typed('RunRead', fc.record({ run: hash, make, load: fc.constantFrom(1, 10) })),
  typed('DebriefRead', fc.record({ debrief: hash, make })),
  typed(
    'MakeReplaced',
    fc.record({ port: fc.constantFrom('hear', 'say'), turn, wanted: make, reason: text }),
  ),
  typed('PhaseEntered', fc.record({ phase, reason: text })),
  typed('MoveChosen', fc.record({ turn, move: fc.constantFrom(...MOVES), about, reason: text })),
  typed('LineSaid', fc.record({ turn, make, parts })),
  typed('TimeGranted', fc.record({ untilMs: fc.nat(9_000_000) })),
  typed('InterviewClosed', fc.record({ reason: text })),
);

/** Any action, sensible or not. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  typed(
    'Say',
    fc.record({ text: fc.string({ maxLength: 60 }), channel: fc.constantFrom('typed', 'spoken') }),
  ),
  typed('ChangeBoard', fc.record({ operations: fc.array(operation, { maxLength: 4 }) })),
  typed('RequestHelp', fc.record({ help: fc.constantFrom('hint', 'repeat', 'time') })),
  bare('ShowPresence'),
  bare('RequestNextPhase'),
  bare('End'),
  bare('Pause'),
  bare('Resume'),
  typed('ChangePace', fc.record({ pace })),
  typed(
    'RecordConsent',
    fc.record({ to: fc.constantFrom('model', 'recording', 'sharing'), given: fc.boolean() }),
  ),
  typed('WriteNote', fc.record({ text })),
  typed('ContestReading', fc.record({ debrief: hash, mark: text, reason: text })),
  bare('Wake'),
  bare('Wake'),
  typed(
    'ForkInterview',
    fc.record({ from: fc.constant(InterviewId.parse('original')), version: fc.integer({ min: 1, max: 9 }) }),
  ),
  typed(
    'ReportFindings',
    fc.record({
      turn,
      make,
      findings: fc.array(finding, { maxLength: 2 }),
      replaced: fc.constant(undefined),
    }),
  ),
  typed('ReportLine', fc.record({ turn, make, parts, replaced: fc.constant(undefined) })),
  typed('ReportRun', fc.record({ run: hash, make, load: fc.constantFrom(1, 10) })),
  typed('ReportDebrief', fc.record({ debrief: hash, make })),
  fc.constant(openIt()),
);

/** An opened interview and then anything, at instants that mostly go forward. */
export const anyStory: fc.Arbitrary<readonly Step[]> = fc
  .array(fc.tuple(fc.integer({ min: -5, max: 200 }), anyAction), { maxLength: 40 })
  .map((pauses) => {
    let seconds = 0;
    return [[0, openIt()] as const, ...pauses.map(([pause, action]): Step => [(seconds += pause), action])];
  });
