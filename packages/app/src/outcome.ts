import type { Refusal } from '@dryrun/domain';

/** A use case answers with what was done, or with why not. What is neither was thrown: a bug, or the world. */
export type Outcome<Value> =
  | { readonly done: true; readonly value: Value }
  | { readonly done: false; readonly refusal: Refusal };

export const done = <Value>(value: Value): Outcome<Value> => ({ done: true, value });
export const refused = (code: string, message: string): Outcome<never> => ({
  done: false,
  refusal: { code, message },
});
