import { join } from 'node:path';
import { loadCatalogue } from '../content-folder.ts';

const root = join(import.meta.dirname, '../../../..');

/** The real content: what is tested is what is shipped. It is compiled once for all test files, for as long as it is the same. */
export const realCatalogue = () =>
  loadCatalogue(join(root, 'content'), {
    cache: join(root, 'node_modules/.cache/dryrun-tests/catalogue.json'),
  });
