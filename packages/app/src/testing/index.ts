export { readPdf } from '../export/testing/pdf.ts';
export { realCatalogue } from './catalogue.ts';
export { virtualWorld } from './virtual-world.ts';
