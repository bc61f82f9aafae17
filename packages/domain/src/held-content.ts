/**
 * The content one interview is held with: taken from the catalogue when it is opened, stored by its hash, and
 * carried by exports. It never changes afterwards, whatever becomes of the repository.
 */
import type { Ask, Asking } from './asking.ts';
import type { Citing, Substance } from './citing.ts';
import type { Judgement } from './judgement.ts';
import type { GeneralTwist, HeardConcept, Sheet } from './sheet.ts';
import type { Dimension, Move, Persona } from './vocabulary.ts';

export type FormatQuestion = { readonly id: string; readonly move: Move; readonly ask: string };

export type FormatPhase = {
  readonly id: string;
  readonly title: string;
  /** What there is to reach in it: public, unlike what the interviewer looks for. */
  readonly goal?: string | undefined;
  readonly budgetMs: number;
  /** How many of the candidate's turns it is meant to take. */
  readonly exchanges: number;
  readonly questions: readonly FormatQuestion[];
};

export type Format = {
  readonly id: string;
  readonly title: string;
  readonly opening: 'vague' | 'clear';
  readonly looksAt: string;
  readonly phases: readonly FormatPhase[];
  readonly patienceMs: readonly number[];
};

/** What a candidate may know of a system before the first word. */
export type System = {
  readonly slug: string;
  readonly title: string;
  readonly family: string;
  readonly prompt: string;
  readonly aliases: readonly string[];
};

/** For each move the ways to put it; `{name}` is filled from the move's subject. */
export type Lines = Readonly<Partial<Record<Move, readonly Line[]>>>;
/** Nothing was heard of what is asked for; a twist was told and is not answered. */
export const ONLY = ['unheard', 'open-twist'] as const;
export type Only = (typeof ONLY)[number];
export type Line = {
  readonly text: string;
  readonly persona?: Persona;
  /** It is said only where this is so. */
  readonly only?: Only;
};

/** A question that follows from something said or drawn. */
export type FollowUp = {
  readonly id: string;
  /** `claim`, a kind of statement, an act, or `named` or `drawn`. */
  readonly of: readonly string[];
  /** What it asks of the words that it takes up. */
  readonly asks?: Ask;
  readonly move: Move;
  readonly dimension: Dimension;
  readonly worth: number;
  readonly lines: readonly Line[];
};

/** An area of a design: how it is named, what is told of it by which words, and what a deep dive into it begins with. */
export type Area = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly string[];
  readonly words: readonly string[];
  readonly opens: readonly string[];
  /** Ways of looking at it, each a rung nearer; none in content from before there were any. */
  readonly hints?: readonly string[] | undefined;
};

/** What some questions are about, with ways of telling it unasked, and how many of them make an answer. */
export type Subject = {
  readonly id: string;
  /** Questions of a format (`question` or `phase/question`), and ways into an area (`area/opens-1`). */
  readonly asks: readonly string[];
  readonly least: number;
  readonly heard: readonly string[];
};

export type HeldContent = {
  readonly schema: 1;
  readonly system: System;
  readonly format: Format;
  readonly lines: Lines;
  /** The things of the trade that are heard whatever the system is, and how marks are made of what is heard. */
  readonly vocabulary?: readonly HeardConcept[];
  readonly judgement?: Judgement;
  /** Which words can be cited for a mark. */
  readonly citing?: Citing;
  /** And how much they say. */
  readonly substance?: Substance;
  /** What the interviewer goes by whatever the system is. */
  readonly followUps?: readonly FollowUp[];
  /** Which of them fit which words. */
  readonly asking?: Asking;
  readonly areas?: readonly Area[];
  readonly twists?: readonly GeneralTwist[];
  /** None in content from before what was told was kept apart from what is missing. */
  readonly subjects?: readonly Subject[];
  /** Absent while the system has no scenario: then nothing is known that was not said. */
  readonly sheet?: Sheet;
};
