import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Palette } from '@dryrun/domain';
import { parse } from 'yaml';

const file = join(import.meta.dirname, '../../../../content/components.yaml');

/** The palette that the product ships with. */
export const palette: Palette = Palette.parse(parse(readFileSync(file, 'utf8')));
