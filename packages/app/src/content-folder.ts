import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compile, describeFinding } from '@dryrun/content';
import type { Catalogue, SourceFile } from '@dryrun/content';

/** The texts of a content folder, by their paths in it with “/”, in an order that does not depend on the disk. */
export const readContentFolder = async (folder: string): Promise<readonly SourceFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(yaml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
};

/** The catalogue of a content folder that has nothing wrong with it; otherwise everything that is. */
export const loadCatalogue = async (folder: string): Promise<Catalogue> => {
  const { value, findings } = compile(await readContentFolder(folder));
  if (findings.length === 0) return value;
  throw new ContentFault(findings.map(describeFinding));
};

export class ContentFault extends Error {
  override name = 'ContentFault';
  constructor(readonly findings: readonly string[]) {
    super(
      `The content has ${findings.length} finding${findings.length === 1 ? '' : 's'}:\n${findings.join('\n')}`,
    );
  }
}
