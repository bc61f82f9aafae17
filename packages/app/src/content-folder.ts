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

/**
 * The catalogue of a content folder. What is wrong with what all systems share is thrown, all of it; a scenario that
 * somebody is still writing is left out and told, and the others work.
 */
export const loadCatalogue = async (
  folder: string,
  onFinding: (finding: string) => void = () => {},
): Promise<Catalogue> => {
  const { value, findings } = compile(await readContentFolder(folder));
  const ofScenario = (file: string) => file.startsWith('scenarios/');
  const shared = findings.filter(({ file }) => !ofScenario(file));
  if (shared.length > 0) throw new ContentFault(shared.map(describeFinding));
  for (const finding of findings) onFinding(describeFinding(finding));
  return value;
};

export class ContentFault extends Error {
  override name = 'ContentFault';
  constructor(readonly findings: readonly string[]) {
    super(
      `The content has ${findings.length} finding${findings.length === 1 ? '' : 's'}:\n${findings.join('\n')}`,
    );
  }
}
