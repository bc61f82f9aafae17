import { applyOperations, emptyBoard, isMisfit } from '@dryrun/design';
import type {
  Board,
  ContentHash,
  Instant,
  InterviewId,
  Move,
  Plan,
  RunFigures,
  StoredEvent,
  Terms,
} from '@dryrun/domain';
import { going, interviewMs, stopped } from './clock.ts';
import type { Clock } from './clock.ts';
import { publish } from './publish.ts';
import type { PublicEvent } from './publish.ts';

/** What a candidate sees at a moment: the fold of the public events up to it, the same in the server and the browser. */
export type View = {
  readonly version: number;
  readonly status: 'not-begun' | 'running' | 'paused' | 'closed';
  readonly terms?: Omit<Terms, 'seed'>;
  readonly plan?: Plan;
  readonly clock?: Clock;
  readonly phase?: { readonly id: string; readonly enteredMs: number };
  readonly turns: readonly ViewTurn[];
  /** The interviewer is about to say something. */
  readonly moving: readonly { readonly turn: number; readonly move: Move }[];
  readonly board: Board;
  readonly notes: readonly { readonly atMs: number; readonly text: string }[];
  readonly runs: readonly {
    readonly run: string;
    readonly load: number;
    readonly bottleneck?: string | undefined;
    readonly holds?: boolean;
    readonly full?: boolean;
    readonly changed?: boolean;
    readonly boards?: number;
    readonly figures?: RunFigures;
    readonly atMs: number;
  }[];
  /** How often the board was changed. */
  readonly boards: number;
  /** What becomes of it as it stands: that it is being run, or why it cannot be. */
  readonly trial?: { readonly boards: number; readonly reason?: string };
  /** What the candidate sees differently: of which debrief, on which mark, why, and when it was written. */
  readonly contested: readonly Contested[];
  readonly forkedFrom?: { readonly interview: InterviewId; readonly version: number };
};

export type Contested = {
  readonly debrief: ContentHash;
  readonly mark: string;
  readonly reason: string;
  readonly at: Instant;
};

export type ViewTurn = {
  readonly turn: number;
  readonly speaker: 'candidate' | 'interviewer';
  readonly text: string;
  readonly atMs: number;
  readonly phase: string | undefined;
  readonly move: Move | undefined;
};

export const emptyView: View = {
  version: 0,
  status: 'not-begun',
  turns: [],
  moving: [],
  board: emptyBoard,
  notes: [],
  runs: [],
  boards: 0,
  contested: [],
};

export const foldView = (view: View, event: PublicEvent): View => ({
  ...view,
  ...change(view, event),
  version: event.version,
});

/** The view after the events up to a version, or up to an instant. */
export const viewAt = (
  events: readonly StoredEvent[],
  until: { readonly version: number } | { readonly at: Instant },
): View =>
  events
    .filter((event) => ('version' in until ? event.version <= until.version : event.at <= until.at))
    .reduce((view, event) => {
      const published = publish(event);
      return published ? foldView(view, published) : view;
    }, emptyView);

const change = (view: View, event: PublicEvent): Partial<View> => {
  const nowMs = view.clock ? interviewMs(view.clock, event.at) : 0;
  switch (event.type) {
    case 'opened':
      return {
        status: 'running',
        terms: event.terms,
        plan: event.plan,
        clock: { startedAt: event.at, pausedMs: 0, pausedAt: undefined },
      };
    case 'forked':
      return {
        ...(view.clock ? { status: 'running', clock: going(view.clock, event.at, event.stoodAt) } : {}),
        forkedFrom: { interview: event.from, version: event.fromVersion },
      };
    case 'spoke': {
      const move = view.moving.find(({ turn }) => turn === event.turn)?.move;
      const { turn, speaker, text } = event;
      return {
        turns: [...view.turns, { turn, speaker, text, atMs: nowMs, phase: view.phase?.id, move }],
        moving: view.moving.filter((moving) => moving.turn !== event.turn),
      };
    }
    case 'moving':
      return { moving: [...view.moving, { turn: event.turn, move: event.move }] };
    case 'drew': {
      const board = applyOperations(view.board, event.operations);
      return isMisfit(board) ? {} : { board, boards: view.boards + 1, trial: undefined };
    }
    case 'asked-for':
    case 'consent':
      return {};
    case 'paused':
      return view.clock ? { status: 'paused', clock: stopped(view.clock, event.since) } : {};
    case 'resumed':
      return view.clock ? { status: 'running', clock: going(view.clock, event.at) } : {};
    case 'pace':
      return view.terms ? { terms: { ...view.terms, pace: event.pace } } : {};
    case 'noted':
      return { notes: [...view.notes, { atMs: nowMs, text: event.text }] };
    case 'phase':
      return { phase: { id: event.phase, enteredMs: nowMs } };
    case 'ran': {
      const { run, load, bottleneck, holds, full, changed, boards, figures } = event;
      return {
        ...(changed ? {} : { trial: undefined }),
        runs: [
          ...view.runs,
          {
            run,
            load,
            bottleneck,
            ...(holds === undefined ? {} : { holds }),
            ...(full === undefined ? {} : { full }),
            ...(changed === undefined ? {} : { changed }),
            ...(boards === undefined ? {} : { boards }),
            ...(figures === undefined ? {} : { figures }),
            atMs: nowMs,
          },
        ],
      };
    }
    case 'running':
      return { trial: { boards: event.boards } };
    case 'not-run':
      return { trial: { boards: event.boards, reason: event.reason } };
    case 'contested': {
      const { debrief, mark, reason, at } = event;
      return { contested: [...view.contested, { debrief, mark, reason, at }] };
    }
    case 'closed':
      return view.clock ? { status: 'closed', clock: stopped(view.clock, event.at) } : { status: 'closed' };
  }
};
