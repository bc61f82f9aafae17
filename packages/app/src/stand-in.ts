import type { Make } from '@dryrun/domain';

export type Answered<Answer> = {
  readonly make: Make;
  readonly answer: Answer;
  /** The make that should have answered, and why it did not. */
  readonly replaced: { readonly wanted: Make; readonly reason: string } | undefined;
};

type Maker<Answer> = { readonly make: Make; readonly run: (signal: AbortSignal) => Promise<Answer> | Answer };

/** How long a make that is not built in may take before the built-in one stands in for it. */
const PATIENCE_MS = 8000;

/** The wanted make's answer, or the built-in one's if the wanted is slow, fails, or there is none. */
export const answerOf = async <Answer>(
  builtIn: Maker<Answer>,
  wanted: Maker<Answer> | undefined,
  patienceMs = PATIENCE_MS,
): Promise<Answered<Answer>> => {
  const standIn = async (replaced: Answered<Answer>['replaced']) => ({
    make: builtIn.make,
    answer: await builtIn.run(new AbortController().signal),
    replaced,
  });
  if (!wanted) return standIn(undefined);

  const given = new AbortController();
  const late = Symbol('late');
  let timer: NodeJS.Timeout | undefined;
  try {
    const timeout = new Promise<typeof late>((resolve) => {
      timer = setTimeout(() => resolve(late), patienceMs);
    });
    const answer = await Promise.race([wanted.run(given.signal), timeout]);
    if (answer !== late) return { make: wanted.make, answer, replaced: undefined };
    return standIn({ wanted: wanted.make, reason: `no answer in ${Math.round(patienceMs / 1000)} s` });
  } catch (fault) {
    const reason = `it failed: ${fault instanceof Error ? fault.message : String(fault)}`;
    return standIn({ wanted: wanted.make, reason: reason.slice(0, 500) });
  } finally {
    clearTimeout(timer);
    given.abort();
  }
};
