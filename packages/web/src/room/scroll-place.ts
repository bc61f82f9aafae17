/**
 * Where a reader is in a conversation that grows. Whoever is at the end stays there, but never loses the beginning of
 * a line that is taller than the window; whoever has gone back to read is left alone.
 */
export type Place = { readonly top: number; readonly height: number; readonly content: number };

const NEAR_PX = 48;

export const isAtEnd = ({ top, height, content }: Place): boolean => content - top - height <= NEAR_PX;

/** `newest` is where the newest line begins in the content. */
export const topToSee = ({ height, content }: Place, newest: number): number =>
  Math.max(0, Math.min(content - height, newest - NEAR_PX / 2));
