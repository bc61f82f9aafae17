/**
 * Reads the two tables that a language model's server is computed from: `gpus.yaml`, the cards, and `llm-models.yaml`, the
 * models. A name means one row. That shapes add up to what their publishers state is for a test to say: it takes arithmetic
 * that is not content's.
 */
import { Gpu, LlmModel } from '@dryrun/domain';
import { z } from 'zod';
import type { ContentFinding, Read, SourceFile } from './finding.ts';
import { placeOf, readYaml } from './yaml-file.ts';

export type Hardware = { readonly gpus: readonly Gpu[]; readonly llmModels: readonly LlmModel[] };

export const GpusFile = z.array(Gpu).min(1).readonly();
export const LlmModelsFile = z.array(LlmModel).min(1).readonly();

export const readHardware = (files: readonly SourceFile[]): Read<Hardware> => {
  const gpus = readTable(files, 'gpus.yaml', GpusFile);
  const llmModels = readTable(files, 'llm-models.yaml', LlmModelsFile);
  return {
    value: { gpus: gpus.value, llmModels: llmModels.value },
    findings: [...gpus.findings, ...llmModels.findings],
  };
};

type Row = { readonly id: string; readonly called: readonly string[] };

const readTable = <Entry extends Row>(
  files: readonly SourceFile[],
  path: string,
  shape: z.ZodType<readonly Entry[]>,
): Read<readonly Entry[]> => {
  const file = files.find((one) => one.path === path);
  if (!file) {
    const message = `Expected the file “${path}” in the content folder; it is not there.`;
    return { value: [], findings: [{ code: 'missing', message, file: path, line: 1, column: 1 }] };
  }
  const { value, findings } = readYaml(file, shape);
  if (!value) return { value: [], findings };
  return { value, findings: [...findings, ...namesTwice(file, value)] };
};

/** Ids and the names in `called`, however they are spelt. */
const namesTwice = (file: SourceFile, rows: readonly Row[]): readonly ContentFinding[] => {
  const owners = new Map<string, string>();
  return rows.flatMap(({ id, called }, index) =>
    [id, ...called].flatMap((name, place): readonly ContentFinding[] => {
      const key = name.toLowerCase().replaceAll(/[\s_-]+/g, '');
      const owner = owners.get(key);
      owners.set(key, id);
      if (owner === undefined) return [];
      const path = place === 0 ? [index, 'id'] : [index, 'called', place - 1];
      const message = `“${name}” is a name of “${owner}” already: a name means one row.`;
      return [{ code: 'name-twice', message, ...placeOf(file, path) }];
    }),
  );
};
