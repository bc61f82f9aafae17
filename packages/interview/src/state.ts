import type {
  Board,
  Consent,
  ContentHash,
  Depth,
  EventOf,
  Finding,
  Instant,
  InterviewId,
  Move,
  MoveSubject,
  Plan,
  SaidTurn,
  Terms,
} from '@dryrun/domain';
import type { Clock } from './clock.ts';
import type { Explained } from './heard.ts';
import type { Thread } from './threads.ts';

/** Where an interview is: the fold of its events, and nothing else. */
export type InterviewState = NotBegun | Interview;

export type NotBegun = { readonly status: 'not-begun'; readonly version: 0; readonly lastAt: 0 };

export type Interview = {
  readonly status: 'running' | 'paused' | 'closed';
  /** How many events this is the fold of. */
  readonly version: number;
  readonly lastAt: Instant;
  readonly terms: Terms;
  readonly content: ContentHash;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly phase: CurrentPhase | undefined;
  readonly turns: readonly Turn[];
  /** Turns are numbered when they are begun: a chosen move has its number before its words. */
  readonly nextTurn: number;
  readonly board: Board;
  /** Whom the interview waits for, oldest first: the application does this work and reports it. */
  readonly awaiting: readonly Work[];
  /** `phase/question` of all that was asked. */
  readonly asked: readonly string[];
  readonly silence: Silence;
  readonly timeCued: boolean;
  /** The close was chosen: words are still kept, but nothing more is asked. */
  readonly closing: boolean;
  /** What was found in the words that the interviewer has not answered yet. */
  readonly heard: readonly Heard[];
  /** The turns those words were said in. */
  readonly heardTurns: readonly number[];
  /** What the interviewer's last question was about. */
  readonly askedAbout: MoveSubject | undefined;
  readonly revealed: readonly string[];
  /** Concept → the deepest it was said. */
  readonly shown: Readonly<Record<string, Depth>>;
  /** What was said with something behind it, sentence by sentence. */
  readonly explained: readonly Explained[];
  /** Item, or `area/` and an area → the highest rung of its hints that was given. */
  readonly hints: Readonly<Record<string, number>>;
  readonly probed: readonly string[];
  /** What was said or drawn that one more question could follow, oldest first. */
  readonly threads: readonly Thread[];
  /** Quotes and boxes that were taken up. */
  readonly taken: readonly string[];
  /** Follow-up → how often it was made. */
  readonly followed: Readonly<Record<string, number>>;
  /** Threads that were taken up one after the other, up to now. */
  readonly inARow: number;
  /** The areas that were gone into, in order, and how many questions were asked in the last of them. */
  readonly dives: readonly string[];
  readonly diveQuestions: number;
  readonly challenged: readonly string[];
  /** How often the board was changed. */
  readonly boards: number;
  /** Runs of the board, oldest first; those that could not be made, by the board they were wanted of. */
  readonly reports: readonly EventOf<'RunRead'>[];
  readonly unrunnable: readonly number[];
  /** Why the last one that was wanted could not be made; nothing since it could. */
  readonly lacks: string | undefined;
  /** What the candidate had the board run under, where they named it there. */
  readonly load: number | undefined;
  /** The board that only lacks what arrives. */
  readonly lacksRate: boolean;
  /** Runs that were reported to the candidate. */
  readonly reported: readonly ContentHash[];
  readonly twists: readonly string[];
  readonly consents: Readonly<Partial<Record<Consent, boolean>>>;
  readonly debriefs: readonly ContentHash[];
  readonly runs: readonly ContentHash[];
  readonly forkedFrom: { readonly interview: InterviewId; readonly version: number } | undefined;
};

export type CurrentPhase = {
  readonly index: number;
  readonly enteredMs: number;
  /** Candidate's turns in it so far. */
  readonly exchanges: number;
  /** The question that stands, to be repeated when asked. */
  readonly question: string | undefined;
};

export type Turn = SaidTurn & {
  readonly atMs: number;
  readonly phase: string | undefined;
};

/** A finding, and the turn it was found in. */
export type Heard = Finding & { readonly turn: number };

export type Work =
  | { readonly kind: 'hear'; readonly turn: number }
  | { readonly kind: 'say'; readonly chosen: EventOf<'MoveChosen'> }
  | { readonly kind: 'run'; readonly wanted: EventOf<'RunWanted'> }
  | { readonly kind: 'assess' };

export type Silence = {
  /** Interview time of the last word, stroke or granted minute. */
  readonly sinceMs: number;
  readonly nudges: number;
};

export const notBegun: NotBegun = { status: 'not-begun', version: 0, lastAt: 0 };

export const hasBegun = (state: InterviewState): state is Interview => state.status !== 'not-begun';

/** How often a move has been made: which of its lines comes next depends on it. */
export const timesMade = (turns: readonly SaidTurn[], move: Move): number =>
  turns.filter((turn) => turn.move === move).length;
