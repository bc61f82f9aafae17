export * from './durations.ts';
export * from './estimates.ts';
export * from './prose.ts';
export * from './quantity.ts';
export * from './relation.ts';
export * from './setting-value.ts';
