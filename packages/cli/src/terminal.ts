import type { Readable, Writable } from 'node:stream';
import type { Outcome } from '@dryrun/app';

/** What a command needs of the outside: handed in, so that tests read what it prints. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What is no text, on standard output; absent where that is a screen. */
  readonly bytes?: (content: Uint8Array) => void;
  readonly stdin: () => Promise<string>;
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** A page as a PDF. */
  readonly print: (html: string) => Promise<Outcome<Uint8Array>>;
  /** For commands that converse: both ends of the pipe or of the screen. */
  readonly live: Live;
};

export type Live = {
  readonly input: Readable;
  readonly output: Writable;
  /** A screen with a person before it; otherwise lines are read and written and nothing is redrawn. */
  readonly screen: boolean;
  readonly colour: boolean;
  readonly columns: () => number;
};

/** Exit codes: done; a check found something; bad usage or input, and nothing was written. */
export type ExitCode = 0 | 1 | 2;
