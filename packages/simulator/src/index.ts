export * from './model.ts';
export * from './report.ts';
