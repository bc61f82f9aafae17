export * from './board.ts';
export * from './design.ts';
export * from './draw-board.ts';
export * from './mermaid.ts';
export * from './excalidraw.ts';
