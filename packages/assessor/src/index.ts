export { assess, ASSESSOR } from './assess.ts';
