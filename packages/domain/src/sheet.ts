/**
 * What an interviewer knows of a system that the candidate does not: the sheet of its scenario, as an interview is held
 * with it. Nothing of it is public; a part of it becomes so by being said.
 */
import type { Dimension, Level } from './vocabulary.ts';

export type Sheet = {
  readonly opening: { readonly vague: string; readonly clear: string };
  readonly facts: readonly Fact[];
  /** Headings deliberately left open: the interviewer asks what the candidate would assume. */
  readonly open: readonly OpenHeading[];
  readonly items: readonly Item[];
  /** `phase/question` of formats that make no sense for this system. */
  readonly skips: readonly string[];
  readonly concepts: readonly HeardConcept[];
  readonly challenges: readonly Challenge[];
  readonly mistakes: readonly Mistake[];
  readonly twists: readonly Twist[];
  readonly moments: readonly Moment[];
  /** What arrives at the busiest time, where the facts say it: what a board is run with that does not say itself. */
  readonly peakRps?: number | undefined;
};

export type Fact = {
  readonly id: string;
  readonly heading: string;
  /** Ways of asking for it. */
  readonly asks: readonly string[];
  readonly answer: string;
};

export type OpenHeading = { readonly heading: string; readonly accept: string };

export type Item = {
  readonly id: string;
  readonly area: string;
  readonly concept: string;
  readonly dimension: Dimension;
  readonly level: Level;
  readonly why: string;
  readonly heard: readonly string[];
  /** Asks for a consequence. */
  readonly probe: string;
  /** An area, a consequence, and only then the thing by its name. */
  readonly hints: readonly [string, string, string];
};

export type HeardConcept = {
  readonly id: string;
  readonly name: string;
  readonly said: readonly string[];
  readonly explained: string;
  readonly mistakes: readonly Mistake[];
};

export type Mistake = {
  readonly id: string;
  readonly says: string;
  readonly heard: readonly string[];
  readonly because: string;
};

export type Challenge = {
  readonly id: string;
  readonly against: string;
  readonly says: string;
  readonly sound: readonly string[];
  readonly unsound: readonly string[];
};

/** A new requirement in the middle, for any system. */
export type GeneralTwist = {
  readonly id: string;
  readonly kind: string;
  readonly says: string;
  readonly from: Level;
  /** What becomes of a board that runs. */
  readonly run?: TwistRun | undefined;
};

export type Twist = GeneralTwist & {
  readonly breaks: string;
  readonly answered: readonly string[];
};

/** Each is how many times as much as before; `lose` is the place where most of the board stands. */
export type TwistRun = {
  readonly load?: number | undefined;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  /** A share of what arrives becomes of another kind, with prompts of so many tokens; the whole stays as much. */
  readonly becomes?: TwistShare | undefined;
  /** By measure: `ttft-p95: 0.1`. */
  readonly limits?: Readonly<Record<string, number>> | undefined;
  readonly lose?: 'zone' | 'region' | undefined;
};

export type TwistShare = {
  readonly name: string;
  readonly share: number;
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
};

/** How an item is said: its concept's name and ways, and its own. */
export const waysOfItem = (
  { concept, heard }: Item,
  { concepts }: Pick<Sheet, 'concepts'>,
): readonly string[] => {
  const own = concepts.find(({ id }) => id === concept);
  return [...(own ? [own.name, ...own.said] : []), ...heard];
};

export type Moment = {
  readonly id: string;
  readonly moment: string;
  readonly dimension: Dimension;
  readonly item?: string | undefined;
  readonly says: Readonly<Record<Level, string>>;
};
