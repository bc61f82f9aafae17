/**
 * The two ports of a running interview. Each has a built-in make (pure, always there) and may have others; a make
 * that is slow, wrong or down is replaced by the built-in one for that turn, and the log says so.
 */
import type { EventOf, LinePart, MoveSubject } from './events.ts';
import type { Finding, Make } from './findings.ts';
import type { HeldContent } from './held-content.ts';
import type { HeardConcept, Sheet } from './sheet.ts';
import type { Terms } from './terms.ts';
import type { Move } from './vocabulary.ts';

export type SaidTurn = {
  readonly turn: number;
  readonly speaker: 'interviewer' | 'candidate';
  readonly text: string;
  /** The interviewer's: what it asks, tells or takes up, without the words around it, which are the voice's. */
  readonly core?: string | undefined;
  /** The interviewer's only. */
  readonly move?: Move;
};

export const textOf = (turns: readonly SaidTurn[], turn: number): string =>
  turns.find((said) => said.turn === turn)?.text ?? '';

/** Of one answer so many characters are read: nobody says more in one go. */
export const READ_CHARACTERS = 12_000;

/** What was asked, what was answered. */
export type Exchange = { readonly asked: SaidTurn | undefined; readonly answer: SaidTurn };

/** What a reader may know beside the words: the sheet, and how the interviewer's turn led to the answer. */
export type HearContext = {
  readonly sheet: Sheet | undefined;
  /** The things of the trade, whatever the system. */
  readonly vocabulary: readonly HeardConcept[];
  /** What the interview is about, in its own words. */
  readonly topic: string;
  /** What the interviewer's last turn was about; an item of it was asked for by consequence, or hinted at. */
  readonly askedAbout: MoveSubject | undefined;
  /** What the candidate said before, in this interview. */
  readonly before?: readonly string[];
};

export interface Hear {
  readonly make: Make;
  hear(
    exchange: Exchange,
    context: HearContext,
    signal: AbortSignalLike,
  ): Promise<readonly Finding[]> | readonly Finding[];
}

export type Wording = {
  readonly chosen: EventOf<'MoveChosen'>;
  readonly terms: Terms;
  readonly content: HeldContent;
  readonly turns: readonly SaidTurn[];
  /** The run that it reports. */
  readonly run?: EventOf<'RunRead'> | undefined;
};

export interface Say {
  readonly make: Make;
  say(wording: Wording, signal: AbortSignalLike): Promise<readonly LinePart[]> | readonly LinePart[];
}

/** The part of an `AbortSignal` that a make may look at; levels 0 and 1 have no DOM and no Node types. */
export type AbortSignalLike = { readonly aborted: boolean };
