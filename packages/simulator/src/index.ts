export * from './analytic/index.ts';
export * from './model.ts';
export * from './model-of.ts';
export * from './report.ts';
