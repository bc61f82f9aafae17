import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Gpu, LlmModel, PaletteFile } from '@dryrun/domain';
import type { Palette } from '@dryrun/domain';
import { parse } from 'yaml';

const read = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, '../../../../content', name), 'utf8'));

/** The palette that the product ships with. */
export const palette: Palette = {
  ...PaletteFile.parse(read('components.yaml')),
  gpus: Gpu.array().parse(read('gpus.yaml')),
  llmModels: LlmModel.array().parse(read('llm-models.yaml')),
};
