/** The board through an interview: every state of it, and what the newest stroke changed. */
import type { Board } from '@dryrun/domain';
import type { Reel } from './reel.ts';

/** One after each stroke; they are drawn in one frame, so that a box stays where it is while others come and go. */
export const boardsIn = (reel: Reel): readonly Board[] => drewIn(reel).map(({ heard }) => heard.view.board);

/** What looks otherwise than before the newest stroke: that is *now*. A board drawn anew as a whole is new where it differs. */
export const freshAt = (reel: Reel, version: number): ReadonlySet<string> => {
  const boards = boardsIn(reel.filter((frame) => frame.version <= version));
  const before = new Map(elementsOf(boards.at(-2)).map((element) => [element.id, JSON.stringify(element)]));
  return new Set(
    elementsOf(boards.at(-1)).flatMap((element) =>
      before.get(element.id) === JSON.stringify(element) ? [] : [element.id],
    ),
  );
};

const drewIn = (reel: Reel) => reel.filter(({ event }) => event.type === 'drew');
const elementsOf = (board: Board | undefined) => [
  ...(board?.components ?? []),
  ...(board?.connections ?? []),
];
