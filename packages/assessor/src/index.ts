export { assess, ASSESSOR } from './assess.ts';
export { closingSummary } from './closing-summary.ts';
