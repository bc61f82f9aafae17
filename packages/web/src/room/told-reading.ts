/** What is said of a text that was read, in lines one can act on. */
export type Place = { readonly line: number; readonly column: number };
export type ToldLine = { readonly text: string; readonly place: Place | undefined };

type Finding = { readonly message: string; readonly line?: number; readonly column?: number };

/** Whoever reads a flowchart says its place itself. */
const PLACED = /^Line \d+ of the flowchart, column \d+: /;

export const toldLine = ({ message, line, column = 1 }: Finding): ToldLine => {
  const text = message.replace(PLACED, '');
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    place: line === undefined ? undefined : { line, column },
  };
};

/** Where in the text a place is; the end of its line where that is shorter. */
export const offsetOf = (text: string, { line, column }: Place): number => {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(text.length, before + Math.min(column - 1, lines[line - 1]?.length ?? 0));
};
