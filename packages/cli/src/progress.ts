/**
 * One line about work that takes long, redrawn in its place and gone when the work is done. It comes after a moment, so
 * that short work does not flicker, and is drawn a few times a second, however often there is news.
 */
export type ProgressScreen = {
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly nowMs: () => number;
};

const FIRST_AFTER_MS = 200;
const EVERY_MS = 100;

export const progressLine = ({ write, columns, nowMs }: ProgressScreen): ((line: string) => void) => {
  const clear = '\r\u001B[K';
  let beganMs: number | undefined;
  let drawnMs: number | undefined;
  return (line) => {
    if (line === '') {
      if (drawnMs !== undefined) write(clear);
      beganMs = undefined;
      drawnMs = undefined;
      return;
    }
    const now = nowMs();
    beganMs ??= now;
    if (now - beganMs < FIRST_AFTER_MS || now - (drawnMs ?? -Infinity) < EVERY_MS) return;
    // A line that reaches the edge would wrap, and what wraps cannot be redrawn in its place.
    write(`${clear}${[...line].slice(0, columns() - 1).join('')}`);
    drawnMs = now;
  };
};
