import { briefLength } from './brief-length.ts';
import { complete } from './complete.ts';
import { headingsSettled } from './headings-settled.ts';
import { idsUnique } from './ids-unique.ts';
import { leakLadder } from './leak-ladder.ts';
import type { Lint } from './lint.ts';
import { oneQuestion } from './one-question.ts';
import { referencesResolve } from './references-resolve.ts';
import { relationsMultiplyOut } from './relations-multiply-out.ts';

export type { Shared } from './lint.ts';

/** Every lint of a scenario, by name. */
export const LINTS = {
  briefLength,
  complete,
  headingsSettled,
  idsUnique,
  leakLadder,
  oneQuestion,
  referencesResolve,
  relationsMultiplyOut,
} satisfies Readonly<Record<string, Lint>>;
