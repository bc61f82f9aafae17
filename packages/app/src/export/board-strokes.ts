/**
 * A board through time: each box and arrow as it looked, and from which version to which. The board of a moment is
 * then a choice among them, and boxes keep their places from one moment to the next.
 *
 *     public events ─▶ boards, one after each stroke ─▶ what is new in each, what is gone ─▶ strokes
 */
import { deskIn } from '@dryrun/design';
import type { DrawnArrow, DrawnBox } from '@dryrun/design';
import type { Board, BoardComponent, BoardConnection } from '@dryrun/domain';
import { emptyView, foldView } from '@dryrun/interview';
import type { PublicEvent } from '@dryrun/interview';

type Drawn<Mark> = Mark & {
  /** The version at which it was drawn so. */
  readonly from: number;
  /** The version at which it was not there any more, or looked otherwise; absent: it stayed. */
  readonly to?: number;
};
export type Box = { readonly component: BoardComponent; readonly box: DrawnBox };
export type Arrow = {
  readonly connection: BoardConnection;
  readonly start: Box;
  readonly end: Box;
  readonly arrow: DrawnArrow;
};
export type Strokes = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Drawn<Box>[];
  readonly arrows: readonly Drawn<Arrow>[];
};

/** Half of a page's width, beside the conversation, and as high as the board is in its room. */
const ROOM = { width: 560, height: 480 };

export const strokesOf = (events: readonly PublicEvent[]): Strokes => {
  const boards = boardsOf(events);
  const desk = deskIn(
    boards.map(({ board }) => board),
    ROOM,
  );
  const boxOf = (component: BoardComponent): Box => ({ component, box: desk.boxOf(component) });
  const boxes = through(boards, ({ components }) =>
    components.map((component) => ({
      key: component.id,
      made: [component],
      markOf: () => boxOf(component),
    })),
  );
  const arrows = through(boards, ({ components, connections }) => {
    const byId = new Map(components.map((component) => [component.id, component]));
    let among: readonly DrawnBox[] | undefined;
    return connections.flatMap((connection) => {
      const [from, to] = [byId.get(connection.from), byId.get(connection.to)];
      if (!from || !to) return [];
      const markOf = (): Arrow => {
        const [start, end] = [boxOf(from), boxOf(to)];
        among ??= components.map(desk.boxOf);
        return { connection, start, end, arrow: desk.arrowOf(connection, start.box, end.box, among) };
      };
      return [{ key: connection.id, made: [connection, from, to], markOf }];
    });
  });
  return { width: desk.width, height: desk.height, boxes, arrows };
};

type Snapshot = { readonly version: number; readonly board: Board };

const boardsOf = (events: readonly PublicEvent[]): readonly Snapshot[] => {
  let view = emptyView;
  const boards: Snapshot[] = [];
  for (const event of events) {
    view = foldView(view, event);
    if (event.type === 'drew') boards.push({ version: event.version, board: view.board });
  }
  return boards;
};

type Seen<Mark> = {
  readonly key: string;
  /** What it is made of: the same objects, the same look. */
  readonly made: readonly unknown[];
  /** Made for what is drawn anew, and not for all that is on each board. */
  readonly markOf: () => Mark;
};

const through = <Mark>(
  boards: readonly Snapshot[],
  seenOn: (board: Board) => readonly Seen<Mark>[],
): readonly Drawn<Mark>[] => {
  const done: Drawn<Mark>[] = [];
  let open = new Map<string, { readonly seen: Seen<Mark>; readonly from: number }>();
  for (const { version, board } of boards) {
    const next: typeof open = new Map();
    for (const seen of seenOn(board)) {
      const before = open.get(seen.key);
      const same = before?.seen.made.every((part, index) => part === seen.made[index]);
      next.set(seen.key, before && same ? before : { seen, from: version });
    }
    for (const [key, before] of open)
      if (next.get(key) !== before) done.push({ ...before.seen.markOf(), from: before.from, to: version });
    open = next;
  }
  for (const { seen, from } of open.values()) done.push({ ...seen.markOf(), from });
  return done;
};
