export * from './durations.ts';
export * from './quantity.ts';
export * from './relation.ts';
export * from './setting-value.ts';
