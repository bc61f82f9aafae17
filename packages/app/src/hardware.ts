import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFinding, PALETTE_FILE, readHardware, readPalette } from '@dryrun/content';
import type { Hardware, SourceFile } from '@dryrun/content';
import type { Palette } from '@dryrun/domain';
import { ContentFault } from './content-folder.ts';

const TABLES = ['gpus.yaml', 'llm-models.yaml'];

/** The cards and the models of a content folder: two files, and only what is wrong with them is thrown. */
export const loadHardware = async (folder: string): Promise<Hardware> => {
  const { value, findings } = readHardware(await filesOf(folder, TABLES));
  if (findings.length > 0) throw new ContentFault(findings.map(describeFinding));
  return value;
};

/** What designs are read with: three files, and only what is wrong with them keeps a design from being read. */
export const loadPalette = async (folder: string): Promise<Palette> => {
  const files = await filesOf(folder, [PALETTE_FILE, ...TABLES]);
  const { value, findings } = readPalette(files);
  const all = [...findings, ...readHardware(files).findings];
  if (all.length > 0) throw new ContentFault(all.map(describeFinding));
  return value;
};

const filesOf = async (folder: string, paths: readonly string[]): Promise<readonly SourceFile[]> =>
  (await Promise.all(paths.map((path) => fileAt(folder, path)))).flat();

const fileAt = async (folder: string, path: string): Promise<readonly SourceFile[]> => {
  try {
    return [{ path, text: await readFile(join(folder, path), 'utf8') }];
  } catch (fault) {
    // That it is missing is a finding, as in all other content.
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return [];
    throw fault;
  }
};
