import { join } from 'node:path';
import { loadCatalogue } from '../content-folder.ts';

/** The real content: what is tested is what is shipped. */
export const realCatalogue = () => loadCatalogue(join(import.meta.dirname, '../../../../content'));
