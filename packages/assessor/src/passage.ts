/** What is found in answers: claims, and the passages they stand in, with what speaks for citing them. */
import type { Dimension, Features, Sign, Substance } from '@dryrun/domain';

export type Claim = {
  readonly turn: number;
  /** Where the quote begins in what was said. */
  readonly start: number;
  readonly quote: string;
  readonly signs: readonly Sign[];
};

export type Cited = {
  readonly text: string;
  readonly signs: ReadonlySet<Sign>;
  /** Things of the trade that it names. */
  readonly concepts: number;
  /** It was said while one finds out. */
  readonly isEarly: boolean;
  /** What the question before it asked for. */
  readonly asked: ReadonlySet<Dimension>;
};

/** What a passage does under a dimension, told in the guide's form; plain where that says no more than what the dimension is. */
export type Reading = {
  readonly does: string;
  readonly text: string;
  readonly isPlain: boolean;
  readonly holds: boolean;
};
export type Readings = Readonly<Record<Dimension, Reading>>;

export type Chances = Readonly<Record<Dimension, number>>;
export type Says = Readonly<Record<keyof Substance, number>>;

/** A passage of an answer, with what was found in it. */
export type Passage = Cited & {
  readonly readings: Readings;
  /** What it is weighed by. */
  readonly features: Features;
  /** How surely it can be cited, under each dimension. */
  readonly chances: Chances;
  /** How surely it says something specific to the system, and what only somebody with command of it says. */
  readonly says: Says;
};

export type Quotable = Passage & { readonly turn: number };
