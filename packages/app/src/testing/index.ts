export { realCatalogue } from './catalogue.ts';
export { virtualWorld } from './virtual-world.ts';
