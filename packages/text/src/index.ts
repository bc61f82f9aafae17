export * from './clauses.ts';
export * from './features.ts';
export * from './nearest.ts';
export * from './sentences.ts';
export * from './wording.ts';
export * from './written.ts';
