/** A text from the content folder, as whoever opens files hands it over. */
export type SourceFile = { readonly path: string; readonly text: string };

/** Something wrong with content: data, never thrown, and all of it at once. */
export type ContentFinding = {
  readonly code: string;
  /** What was expected, what was found, what to do. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
};

export const describeFinding = ({ file, line, column, code, message }: ContentFinding): string =>
  `${file}:${line}:${column} ${code}: ${message}`;

/** What a step read, and what it found wrong; a step never stops at the first. */
export type Read<Value> = { readonly value: Value; readonly findings: readonly ContentFinding[] };
