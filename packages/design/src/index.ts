export * from './board.ts';
export * from './design.ts';
