/** An answer that is none, in the three parts every error of ours has: what was expected, what was found, what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly expected: string,
    readonly found: string,
    readonly todo: string,
    /** What the server answered with; nothing where nobody answered. */
    readonly answer?: Answered,
  ) {
    super(`Expected ${expected}; found ${found}. ${todo}`);
  }
}

type Answered = {
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string | undefined;
};

/** Nobody answered, or the server broke while it did: the same request may well be taken later. */
export const mayPass = (problem: ApiProblem): boolean =>
  problem.answer === undefined || problem.answer.status >= 500;

export const problemOf = (reason: unknown): ApiProblem =>
  reason instanceof ApiProblem
    ? reason
    : new ApiProblem('this page to read the answer', `a fault in the page (${String(reason)})`, 'Reload it.');
