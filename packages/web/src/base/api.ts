/**
 * What the server offers, and the one place that asks it. An answer that is none is an `ApiProblem`, in the three parts
 * every error of ours has: what was expected, what was found, what to do.
 */
import type { LevelEntry } from '@dryrun/content';
import type { System } from '@dryrun/domain';

export type { LevelEntry, System };
export type Here = { readonly name: string; readonly ready: boolean; readonly note: string };
export type Phase = { readonly id: string; readonly title: string; readonly minutes: number };
export type Format = {
  readonly id: string;
  readonly title: string;
  readonly opening: 'vague' | 'clear';
  readonly minutes: number;
  readonly phases: readonly Phase[];
};
export type Library = {
  readonly version: string;
  readonly here: readonly Here[];
  readonly systems: readonly System[];
  readonly levels: readonly LevelEntry[];
  readonly formats: readonly Format[];
};
export type Interview = {
  readonly interview: string;
  readonly title: string;
  readonly system: string;
  readonly level: string;
  readonly format: string;
  readonly status: 'running' | 'paused' | 'closed';
  readonly version: number;
  readonly startedAt: number;
  readonly lastAt: number;
};

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly expected: string,
    readonly found: string,
    readonly todo: string,
  ) {
    super(`Expected ${expected}; found ${found}. ${todo}`);
  }
}

export const fetchLibrary = (signal: AbortSignal): Promise<Library> => get('/api/library', 'systems', signal);

export const fetchInterviews = async (signal: AbortSignal): Promise<readonly Interview[]> => {
  const { interviews } = await get<{ interviews: readonly Interview[] }>(
    '/api/interviews',
    'interviews',
    signal,
  );
  return interviews;
};

/** `list` is the field that tells our answer from somebody else's. */
const get = async <Answer>(path: string, list: keyof Answer, signal: AbortSignal): Promise<Answer> => {
  const expected = `an answer from ${location.origin}${path}`;
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal }).catch(
    (reason: unknown) => {
      if (signal.aborted) throw reason;
      throw new ApiProblem(
        expected,
        'nobody listening there',
        'Start Dryrun again in the folder it lives in (npm start), then try once more.',
      );
    },
  );
  const body: unknown = await response.json().catch(() => undefined);
  signal.throwIfAborted();
  if (!response.ok) throw new ApiProblem(expected, described(response, body), RELOAD_OR_RESTART);
  if (isAnswer<Answer>(body, list)) return body;
  throw new ApiProblem(expected, 'one that this page cannot read', RELOAD_OR_RESTART);
};

const RELOAD_OR_RESTART =
  'Try once more. If it stays so, stop Dryrun, start it again, and read what it prints.';

const isAnswer = <Answer>(body: unknown, list: keyof Answer): body is Answer =>
  typeof body === 'object' && body !== null && Array.isArray((body as Partial<Answer>)[list]);

/** The server's own words where it sent problem details (RFC 9457), its status otherwise. */
const described = (response: Response, body: unknown): string => {
  const { title, detail } = (body ?? {}) as { title?: unknown; detail?: unknown };
  const said = [title, detail].filter((part): part is string => typeof part === 'string' && part !== '');
  return [`status ${response.status}`, ...said].join(': ');
};
