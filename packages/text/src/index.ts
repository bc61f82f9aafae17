export * from './nearest.ts';
export * from './sentences.ts';
