import type { Board, BoardComponent, BoardConnection, BoardOperation } from '@dryrun/domain';

export const emptyBoard: Board = { components: [], connections: [] };

/** As much as one can still see. */
export const BOARD_MAX = { boxes: 500, arrows: 1400 } as const;

/** What there is too much of for a board, if there is. */
export const overfullBoard = (boxes: number, arrows: number): string | undefined => {
  if (boxes > BOARD_MAX.boxes)
    return `A board shows at most ${BOARD_MAX.boxes} components; found ${boxes}. Draw copies as one component with replicas.`;
  if (arrows > BOARD_MAX.arrows)
    return `A board shows at most ${BOARD_MAX.arrows} connections; found ${arrows}. Draw those that matter.`;
  return undefined;
};

/** Why an operation does not fit the board it is drawn on. */
export type Misfit = { readonly operation: number; readonly message: string };

/**
 * The board after a hand's operations, or the first of them that does not fit: nothing is drawn from a batch with
 * a misfit. Removing a component takes its connections with it, as an eraser does.
 */
export const applyOperations = (board: Board, operations: readonly BoardOperation[]): Board | Misfit => {
  let drawn = board;
  for (const [index, operation] of operations.entries()) {
    const next = apply(drawn, operation);
    if (typeof next === 'string') return { operation: index, message: next };
    drawn = next;
  }
  return drawn;
};

export const isMisfit = (result: Board | Misfit): result is Misfit => 'operation' in result;

const apply = (board: Board, operation: BoardOperation): Board | string => {
  switch (operation.op) {
    case 'place':
      return { ...board, components: replaced(board.components, operation.component) };
    case 'connect': {
      const { from, to } = operation.connection;
      for (const end of [from, to]) {
        if (!has(board.components, end)) return `There is no component “${end}” to connect; place it first.`;
      }
      return { ...board, connections: replaced(board.connections, operation.connection) };
    }
    case 'move':
      if (!has(board.components, operation.id)) return `There is no component “${operation.id}” to move.`;
      return {
        ...board,
        components: board.components.map((component) =>
          component.id === operation.id ? { ...component, x: operation.x, y: operation.y } : component,
        ),
      };
    case 'remove': {
      if (!has(board.components, operation.id) && !has(board.connections, operation.id)) {
        return `There is nothing called “${operation.id}” to remove.`;
      }
      const left = (connection: BoardConnection) =>
        ![connection.id, connection.from, connection.to].includes(operation.id);
      return {
        ...board,
        components: board.components.filter((component) => component.id !== operation.id),
        connections: board.connections.filter(left),
      };
    }
    case 'require':
      return { ...board, required: { workloads: operation.workloads, objectives: operation.objectives } };
    case 'clear':
      return operation.flow === undefined ? emptyBoard : { ...emptyBoard, flow: operation.flow };
  }
};

const has = (elements: readonly { readonly id: string }[], id: string) =>
  elements.some((element) => element.id === id);

/** In place where the id is known, so that redrawing a box does not change the order; else at the end. */
const replaced = <Element extends BoardComponent | BoardConnection>(
  elements: readonly Element[],
  element: Element,
) =>
  has(elements, element.id)
    ? elements.map((known) => (known.id === element.id ? element : known))
    : [...elements, element];
