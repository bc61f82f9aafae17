import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { compile, describeFinding, IDS_FILE } from '@dryrun/content';
import type { Catalogue, ContentFinding, SourceFile } from '@dryrun/content';

/** The texts of a content folder, by their paths in it with “/”, in an order that does not depend on the disk. */
export const readContentFolder = async (folder: string): Promise<readonly SourceFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(yaml|md|txt)$/.test(entry.name))
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
 * somebody is still writing is left out and told, and the others work. Compiling takes most of a second, so what came
 * of it is kept in `cache` (if given) under a hash of the texts.
 */
export const loadCatalogue = async (
  folder: string,
  {
    cache,
    onLeftOut = () => {},
  }: { readonly cache?: string; readonly onLeftOut?: (finding: string) => void } = {},
): Promise<Catalogue> => {
  const files = await readContentFolder(folder);
  const hash = hashOf(files);
  const kept = cache === undefined ? undefined : await readKept(cache, hash);
  const { catalogue, findings } = kept ?? compiled(files);
  if (cache !== undefined && !kept) await keep(cache, { hash, catalogue, findings });

  const authors = (file: string) => file.startsWith('scenarios/') || file === IDS_FILE;
  const shared = findings.filter(({ file }) => !authors(file));
  if (shared.length > 0) throw new ContentFault(shared.map(describeFinding));
  const left = findings.flatMap(({ file }) => /^scenarios\/([^/]+)\//.exec(file)?.[1] ?? []);
  for (const slug of new Set(left)) {
    const count = left.filter((one) => one === slug).length;
    onLeftOut(
      `The scenario ${slug} is left out: ${count} findings. \`dryrun scenarios check ${slug}\` lists them.`,
    );
  }
  return catalogue;
};

export class ContentFault extends Error {
  override name = 'ContentFault';
  readonly findings: readonly string[];
  constructor(findings: readonly string[]) {
    super(
      `The content has ${findings.length} finding${findings.length === 1 ? '' : 's'}:\n${findings.join('\n')}`,
    );
    this.findings = findings;
  }
}

type Kept = {
  readonly hash: string;
  readonly catalogue: Catalogue;
  readonly findings: readonly ContentFinding[];
};

const compiled = (files: readonly SourceFile[]) => {
  const { value, findings } = compile(files);
  return { catalogue: value, findings };
};

const hashOf = (files: readonly SourceFile[]): string => {
  const hash = createHash('sha256').update(CATALOGUE_SHAPE);
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
};
/** Raised when the compiler makes something else of the same texts, so that nothing older is read back. */
const CATALOGUE_SHAPE = 'catalogue 4';

const readKept = async (cache: string, hash: string): Promise<Kept | undefined> => {
  try {
    const { sheets, ...kept } = JSON.parse(await readFile(cache, 'utf8'));
    return kept.hash === hash
      ? { ...kept, catalogue: { ...kept.catalogue, sheets: new Map(sheets) } }
      : undefined;
  } catch {
    // Not there, or half written by a program that was killed: it is made anew.
    return undefined;
  }
};

const keep = async (cache: string, { catalogue: { sheets, ...catalogue }, ...kept }: Kept): Promise<void> => {
  const unfinished = `${cache}.${process.pid}`;
  try {
    await mkdir(dirname(cache), { recursive: true });
    await writeFile(unfinished, JSON.stringify({ ...kept, catalogue, sheets: [...sheets] }));
    await rename(unfinished, cache);
  } catch {
    // A folder that cannot be written to costs the time of compiling, no more.
  }
};
