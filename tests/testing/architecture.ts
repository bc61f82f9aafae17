import { dirname, join } from 'node:path/posix';

export type SourceText = { readonly path: string; readonly text: string };

export type Layers = {
  readonly levels: Readonly<Record<string, number>>;
  /** Packages of one level do not import each other, but for these. */
  readonly mayImportWithinLevel: Readonly<Record<string, readonly string[]>>;
  /** In the plan of the house; their folder comes with the first thing they do. */
  readonly arriving: readonly string[];
  readonly onlyIn: Readonly<Record<string, readonly string[]>>;
  readonly pureUpToLevel: number;
  readonly maxLines: number;
};

/** What a file imports or re-exports, in order. */
export const imports = ({ text }: SourceText): readonly string[] =>
  [
    ...text.matchAll(
      /(?:^|[;\n\s])(?:import|export)\s*(?:type\s+)?(?:[\w*\s{},$]+\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"\n]+)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');

export const trespasses = (files: readonly SourceText[], layers: Layers): readonly string[] =>
  files.flatMap((file) => {
    const own = packageOf(file);
    return imports(file)
      .filter((name) => name.startsWith('@dryrun/'))
      .filter((name) => !mayImport(own, name.split('/')[1] ?? '', layers))
      .map((name) => `${file.path} imports ${name}`);
  });

const mayImport = (from: string, to: string, { levels, mayImportWithinLevel }: Layers) => {
  const own = levels[from];
  const other = levels[to];
  if (own === undefined || other === undefined) return false;
  return other < own || (mayImportWithinLevel[from] ?? []).includes(to);
};

export const strangers = (files: readonly SourceText[], layers: Layers): readonly string[] =>
  files.flatMap((file) => {
    const own = packageOf(file);
    const pure = (layers.levels[own] ?? 0) <= layers.pureUpToLevel && !isTest(file);
    return imports(file)
      .filter((name) => {
        const owners = Object.entries(layers.onlyIn).find(
          ([owned]) => name === owned || name.startsWith(`${owned}/`),
        )?.[1];
        return (owners && !owners.includes(own)) || (pure && name.startsWith('node:'));
      })
      .map((name) => `${file.path} imports ${name}`);
  });

/** Files that import each other in a ring, each ring once. */
export const cycles = (files: readonly SourceText[]): readonly string[] => {
  const known = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    const file = known.get(path);
    if (!file) return;
    for (const name of imports(file))
      if (name.startsWith('.')) visit(join(dirname(path), name), [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return found;
};

export const deadLinks = (
  { path, text }: SourceText,
  exists: (from: string, to: string) => boolean,
): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter((link) => !/^(https?:|mailto:|#)/.test(link))
    .filter((link) => !exists(path, link.split('#')[0] ?? ''))
    .map((link) => `${path} → ${link}`);

/** Rules are list items that begin with their id in bold: `- **IN7** …`. */
export const statedRules = ({ text }: SourceText): readonly string[] =>
  [...text.matchAll(/^- \*\*([A-Z]{2,4}\d+)\*\*/gm)].map((match) => match[1] ?? '');

/** Ids at the beginning of test titles: `it('LOG3 LOG5 …')`. */
export const citedRules = ({ text }: SourceText): readonly string[] =>
  [...text.matchAll(/['"`]((?:[A-Z]{2,4}\d+ )+)/g)].flatMap((match) => (match[1] ?? '').trim().split(' '));

const packageOf = ({ path }: SourceText) => path.split('/')[1] ?? '';
const isTest = ({ path }: SourceText) => path.endsWith('.test.ts') || path.includes('/testing/');
