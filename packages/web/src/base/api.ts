/** What more than one page asks the server for. What one page alone asks for stands beside that page. */
import type { Level, System as Told } from '@dryrun/domain';
import { hasField, isText, request } from './request.ts';

export type System = Told & {
  /** Facts of its own, and all that hangs on them. */
  readonly hasSheet: boolean;
  /** At which it is mostly asked; none where nobody says so. */
  readonly levels: readonly Level[];
  readonly guides: readonly string[];
};
export type LevelEntry = { readonly id: Level; readonly title: string; readonly distinction: string };
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
  /** It begins like another and answers it again, from this moment of it on. */
  readonly answersAgain?: { readonly interview: string; readonly atMs: number };
};
/** The answer to everything that makes an interview. */
export type Named = { readonly interview: string };

export const isNamed = hasField<Named>('interview', isText);

export const fetchLibrary = (signal: AbortSignal): Promise<Library> =>
  request({ path: '/api/library', signal, isAnswer: hasField<Library>('systems', Array.isArray) });

export const fetchInterviews = async (signal: AbortSignal): Promise<readonly Interview[]> => {
  const isAnswer = hasField<{ readonly interviews: readonly Interview[] }>('interviews', Array.isArray);
  const { interviews } = await request({ path: '/api/interviews', signal, isAnswer });
  return interviews;
};

export const apiPathOf = (interview: string, part = ''): string =>
  `/api/interviews/${encodeURIComponent(interview)}${part}`;
