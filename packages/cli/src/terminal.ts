/** What a command needs of the outside: handed in, so that tests read what it prints. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
  readonly readFile: (path: string) => Promise<string>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
};

/** Exit codes: done; a check found something; bad usage or input, and nothing was written. */
export type ExitCode = 0 | 1 | 2;
