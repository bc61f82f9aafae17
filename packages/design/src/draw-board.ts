import type { Board, BoardOperation } from '@dryrun/domain';

/** A whole board as a hand would draw it on whatever is there: cleared, boxes placed, arrows connected. */
export const drawBoard = ({ components, connections, flow }: Board): readonly BoardOperation[] => [
  flow === undefined ? { op: 'clear' } : { op: 'clear', flow },
  ...components.map((component) => ({ op: 'place', component }) as const),
  ...connections.map((connection) => ({ op: 'connect', connection }) as const),
];
