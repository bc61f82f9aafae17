import { ContentHash, InterviewId } from '@dryrun/domain';
import type { BoardOperation } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { decideAfter, given, START, tell } from './testing/given.ts';
import type { Happening } from './testing/given.ts';
import { contentHash, openIt, plan, terms } from './testing/held.ts';
import { viewAt } from './view.ts';

const builtIn = { kind: 'built-in', version: '1' } as const;
const opened: Happening = [0, { type: 'InterviewOpened', terms, content: contentHash, plan }];
const inExplore: Happening = [0, { type: 'PhaseEntered', phase: 'explore', reason: 'begin' }];
const spoke = (seconds: number, turn: number, text = 'Words.'): Happening => [
  seconds,
  { type: 'CandidateSpoke', turn, text, channel: 'typed' },
];
const paused = (seconds: number): Happening => [seconds, { type: 'ClockPaused' }];
const closed = (seconds: number): Happening => [seconds, { type: 'InterviewClosed', reason: 'done' }];
const say = { type: 'Say', text: ' Hello. ', channel: 'typed' } as const;
const place = { op: 'place', component: { id: 'api', name: 'API' } } as const;
const findings = (turn: number) =>
  ({ type: 'ReportFindings', turn, make: builtIn, findings: [], replaced: undefined }) as const;
const line = (turn: number) =>
  ({
    type: 'ReportLine',
    turn,
    make: builtIn,
    parts: [{ source: 'line', text: 'So.' }],
    replaced: undefined,
  }) as const;
const note = { type: 'WriteNote', text: '' } as const;
const debrief = ContentHash.parse('b'.repeat(64));
const original = InterviewId.parse('original');

describe('commands', () => {
  it('opens once', () => {
    given([])
      .when(openIt())
      .then([
        { type: 'InterviewOpened', terms, plan },
        { type: 'PhaseEntered', phase: 'explore' },
        { type: 'MoveChosen', move: 'set-expectations' },
        { type: 'MoveChosen', move: 'present-problem' },
      ]);
    given([opened]).when(openIt()).thenRefused('already-open');
  });

  it('IN10 says nothing while the clock stands, and answers what was heard when it goes again', () => {
    const before = [opened, inExplore, spoke(5, 0), paused(6)];
    given(before)
      .when(findings(0))
      .then([{ type: 'FindingsRead' }]);
    const heard: Happening = [7, { type: 'FindingsRead', turn: 0, make: builtIn, findings: [] }];
    given([...before, heard])
      .when({ type: 'Resume' }, 600)
      .then([{ type: 'ClockResumed' }, { type: 'MoveChosen', turn: 1 }]);
    const chosen: Happening = [5, { type: 'MoveChosen', turn: 1, move: 'wait', about: {}, reason: 'r' }];
    given([opened, inExplore, chosen, paused(6)])
      .when(line(1))
      .thenRefused('paused');
  });

  it('IN11 answers what was heard while the interviewer spoke, once it has spoken', () => {
    const chosen: Happening = [5, { type: 'MoveChosen', turn: 0, move: 'wait', about: {}, reason: 'r' }];
    const heard: Happening = [7, { type: 'FindingsRead', turn: 1, make: builtIn, findings: [] }];
    given([opened, inExplore, chosen, spoke(6, 1), heard])
      .when(line(0))
      .then([{ type: 'LineSaid' }, { type: 'MoveChosen', turn: 2 }]);
  });

  it('records words as they were said, trimmed, and asks for them to be heard', () => {
    given([opened])
      .when(say, 5)
      .then([{ type: 'CandidateSpoke', text: 'Hello.', turn: 0 }]);
    given([opened])
      .when({ ...say, text: ' \n ' })
      .thenRefused('empty');
  });

  it('answers findings with a move', () => {
    given([opened, inExplore, spoke(5, 0)])
      .when(findings(0))
      .then([
        { type: 'FindingsRead', turn: 0 },
        { type: 'MoveChosen', turn: 1, about: { question: 'begin' } },
      ]);
  });

  it('IN11 answers when all that was said has been heard', () => {
    given([opened, spoke(5, 0), spoke(6, 1)])
      .when(findings(0))
      .then([{ type: 'FindingsRead', turn: 0 }]);
  });

  it('LOG9 takes reports only of what is awaited', () => {
    given([opened]).when(findings(0)).thenRefused('not-awaited');
    given([opened]).when(line(0)).thenRefused('not-awaited');
    given([opened, spoke(5, 0), [6, { type: 'FindingsRead', turn: 0, make: builtIn, findings: [] }]])
      .when(findings(0))
      .thenRefused('not-awaited');
  });

  it('says in the log which make stood in for which', () => {
    const replaced = { wanted: { kind: 'llm', version: 'x' }, reason: 'no answer in 8 s' } as const;
    given([opened, inExplore, spoke(5, 0)])
      .when({ ...findings(0), replaced })
      .then([
        { type: 'MakeReplaced', port: 'hear', turn: 0, ...replaced },
        { type: 'FindingsRead', make: builtIn },
        { type: 'MoveChosen' },
      ]);
  });

  it('draws what fits the board and nothing of what does not', () => {
    given([opened])
      .when({ type: 'ChangeBoard', operations: [place] })
      .then([{ type: 'BoardChanged' }]);
    given([opened]).when({ type: 'ChangeBoard', operations: [] }).thenRefused('empty');
    given([opened])
      .when({ type: 'ChangeBoard', operations: [place, { op: 'remove', id: 'ghost' }] })
      .thenRefused('misfit');
  });

  it('DG23 a board is filled, and one that is fuller already only changed and mended', () => {
    const boxes = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => ({ op: 'place', component: { id: `b${at}`, name: '' } }) as const,
      );
    const arrows = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => ({ op: 'connect', connection: { id: `a${at}`, from: 'b0', to: 'b1' } }) as const,
      );
    const drawn = (operations: readonly BoardOperation[]): Happening => [
      5,
      { type: 'BoardChanged', operations: [...operations] },
    ];
    const draws = (...operations: BoardOperation[]) => ({ type: 'ChangeBoard', operations }) as const;
    const fits = [{ type: 'BoardChanged' }];

    given([opened])
      .when(draws(...boxes(500)))
      .then(fits);
    given([opened])
      .when(draws(...boxes(501)))
      .thenRefused('misfit', 'at most 500 components; found 501');
    given([opened, drawn(boxes(2))])
      .when(draws(...arrows(1400)))
      .then(fits);
    given([opened, drawn(boxes(2))])
      .when(draws(...arrows(1401)))
      .thenRefused('misfit', 'at most 1400 connections; found 1401');

    const overfull = [opened, drawn([...boxes(510), ...arrows(3)])];
    given(overfull)
      .when(
        draws({ op: 'move', id: 'b7', x: 1, y: 1 }, { op: 'place', component: { id: 'b8', name: 'API' } }),
      )
      .then(fits);
    given(overfull)
      .when(draws({ op: 'remove', id: 'b9' }))
      .then(fits);
    given(overfull)
      .when(draws({ op: 'remove', id: 'b9' }, { op: 'remove', id: 'b8' }, place))
      .then(fits);
    given(overfull).when(draws(place)).thenRefused('misfit', 'found 511');
    given(overfull)
      .when(draws({ op: 'remove', id: 'b9' }, ...arrows(4)))
      .thenRefused('misfit', 'at most 500 components; found 509');
  });

  it.each([
    say,
    { type: 'Pause' },
    { type: 'RequestHelp', help: 'hint' },
    { type: 'RequestNextPhase' },
  ] as const)('refuses $type when not running', (action) => {
    given([]).when(action).thenRefused('not-open');
    given([opened, paused(5)])
      .when(action)
      .thenRefused('paused');
    given([opened, closed(5)])
      .when(action)
      .thenRefused('closed');
  });

  it('pauses and resumes', () => {
    given([opened])
      .when({ type: 'Pause' })
      .then([{ type: 'ClockPaused' }]);
    given([opened, paused(5)])
      .when({ type: 'Resume' })
      .then([{ type: 'ClockResumed' }]);
    given([opened]).when({ type: 'Resume' }).thenRefused('not-paused');
  });

  it('keeps pace, consent and notes', () => {
    given([opened])
      .when({ type: 'ChangePace', pace: 1.5 })
      .then([{ type: 'PaceChanged', pace: 1.5 }]);
    given([opened, closed(5)])
      .when({ type: 'ChangePace', pace: 2 })
      .thenRefused('closed');
    given([opened])
      .when({ type: 'RecordConsent', to: 'model', given: true })
      .then([{ type: 'ConsentRecorded', to: 'model', given: true }]);
    given([opened, closed(5)])
      .when({ type: 'WriteNote', text: 'ask about labels' })
      .then([{ type: 'NoteWritten' }]);
  });

  it('takes a debrief when closed, and a contest of a debrief that exists', () => {
    const report = { type: 'ReportDebrief', debrief, make: builtIn } as const;
    const contest = {
      type: 'ContestReading',
      debrief,
      mark: 'strategy',
      reason: 'I said it in turn 4.',
    } as const;
    given([opened]).when(report).thenRefused('not-closed');
    given([opened, closed(5)])
      .when(report)
      .then([{ type: 'DebriefRead', debrief }]);
    given([opened, closed(5)])
      .when(contest)
      .thenRefused('no-such-debrief');
    given([opened, closed(5), [6, { type: 'DebriefRead', debrief, make: builtIn }]])
      .when(contest)
      .then([{ type: 'ReadingContested', mark: 'strategy' }]);
  });

  it('keeps runs of the board', () => {
    const run = ContentHash.parse('c'.repeat(64));
    const wanted: Happening = [3, { type: 'RunWanted', boards: 1 }];
    const report = { type: 'ReportRun', run, make: builtIn, load: 10, bottleneck: 'api', boards: 1 } as const;
    given([opened, wanted])
      .when(report)
      .then([{ type: 'RunRead', run, load: 10, bottleneck: 'api' }]);
    given([opened]).when(report).thenRefused('not-awaited');
    given([opened, wanted, closed(5)])
      .when(report)
      .thenRefused('not-awaited');
  });

  it('LOG8 a wake with nothing due does nothing', () => {
    given([]).when({ type: 'Wake' }).thenNothing();
    given([opened]).when({ type: 'Wake' }, 3).thenNothing();
    given([opened, closed(5)])
      .when({ type: 'Wake' }, 3000)
      .thenNothing();
  });

  it('LOG2 reads a clock that jumped back as standing still', () => {
    expect(decideAfter([opened, spoke(60, 0)], note, -30)).toMatchObject({
      kind: 'accepted',
      at: START + 60_000,
    });
  });
});

describe('forks', () => {
  it('LOG12 goes on from where the original stood, without the time between', () => {
    const fork = { type: 'ForkInterview', from: original, version: 2 } as const;
    given([opened, spoke(60, 0)])
      .when(fork, 9000)
      .then([{ type: 'InterviewForked', stoodAt: START + 60_000 }]);
    given([opened, paused(30)])
      .when(fork, 9000)
      .then([{ type: 'InterviewForked', stoodAt: START + 30_000 }]);
    given([opened, closed(60)])
      .when(fork, 9000)
      .thenRefused('fork-after-close');
    given([]).when(fork).thenRefused('not-open');
  });

  it('LOG12 counts the candidate’s minutes only', () => {
    const told = tell([
      [0, openIt()],
      [60, say],
      [9000, { type: 'ForkInterview', from: original, version: 4 }],
      [9410, say],
    ]);
    expect(told.phases).toEqual(['explore']);
    expect(viewAt(told.log, { version: told.log.length }).turns.at(-1)?.atMs).toBe(470_000);
  });
});

describe('wakeAt', () => {
  it('LOG11 is the earliest thing due by time alone', () => {
    const happened = tell([[0, openIt()]]).events.map((event): Happening => [0, event]);
    expect(decideAfter(happened, note, 1)).toMatchObject({ wakeAt: START + 45_000 });
  });

  it('LOG11 looks for awaited work that is overdue', () => {
    expect(decideAfter([opened, spoke(5, 0)], note, 5)).toMatchObject({ wakeAt: START + 15_000 });
  });

  it('LOG11 is nothing while the clock stands or the interview is over', () => {
    expect(decideAfter([opened, paused(5)], note, 6)).toMatchObject({ wakeAt: null });
    expect(decideAfter([opened, closed(5)], note, 6)).toMatchObject({ wakeAt: null });
  });
});
