export { builtInHear } from './hear.ts';
