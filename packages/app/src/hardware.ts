import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFinding, readHardware } from '@dryrun/content';
import type { Hardware, SourceFile } from '@dryrun/content';
import { ContentFault } from './content-folder.ts';

const TABLES = ['gpus.yaml', 'llm-models.yaml'];

/** The cards and the models of a content folder: two files, and only what is wrong with them is thrown. */
export const loadHardware = async (folder: string): Promise<Hardware> => {
  const files = await Promise.all(TABLES.map((path) => tableFile(folder, path)));
  const { value, findings } = readHardware(files.flat());
  if (findings.length > 0) throw new ContentFault(findings.map(describeFinding));
  return value;
};

const tableFile = async (folder: string, path: string): Promise<readonly SourceFile[]> => {
  try {
    return [{ path, text: await readFile(join(folder, path), 'utf8') }];
  } catch (fault) {
    // That it is missing is a finding, as in all other content.
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
};
