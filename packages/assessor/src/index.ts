export { assess, ASSESSOR } from './assess.ts';
export { bandAt, levelOf, scoreOf, strengthOf } from './judge.ts';
export type { Counts } from './judge.ts';
export { recordOf } from './record.ts';
export type { InterviewRecord } from './record.ts';
export { shownOf } from './shown.ts';
export type { Shown } from './shown.ts';
export { closingSummary } from './closing-summary.ts';
