/** A design as text, YAML or JSON: read as a document, and every finding knows its line and column. */
import type { Palette } from '@dryrun/domain';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { Design, DesignFinding, ReadDesign } from './design.ts';
import { MOST, readDesign } from './read-design.ts';
import { DEPTH_MAX, overLimit, PIECES_MAX } from './text-limits.ts';
import type { OverLimit } from './text-limits.ts';
import { isRecord, quoted } from './written.ts';
import type { Path } from './written.ts';

const CHARACTERS_MAX = 2_000_000;
const SYNTAX_MAX = 20;

export const readDesignText = (text: string, palette: Palette): ReadDesign => {
  const { design, findings } = openDesignText(text, palette);
  return design ? { design, findings } : { findings };
};

/** A design with the way from what is found in it later to its place in the text. */
export type OpenedDesign = {
  readonly design?: Design;
  readonly findings: readonly DesignFinding[];
  readonly placed: (finding: DesignFinding) => DesignFinding;
};

export const openDesignText = (text: string, palette: Palette, read = readDesign): OpenedDesign => {
  const refused = (findings: readonly DesignFinding[]): OpenedDesign => ({ findings, placed: (one) => one });
  if (text.length > CHARACTERS_MAX) {
    const message = `A design's text may have 2 MB; found ${text.length} characters. Draw copies as one component with replicas.`;
    return refused([{ code: 'too-large', severity: 'error', message, line: 1, column: 1 }]);
  }
  const counter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const over = overLimit(text);
  if (over) {
    // Nothing has counted the lines yet.
    const before = text.slice(0, over.at);
    const place = { line: before.split('\n').length, column: over.at - before.lastIndexOf('\n') };
    return refused([{ ...tooMuch(over.what), ...place }]);
  }
  const parsed = parsedOf(text, counter);
  if (parsed instanceof Error) return refused([unreadable(parsed)]);
  const deep = parsed.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (deep) return refused([{ ...tooMuch('deep'), ...at(deep.pos[0]) }]);
  const wrong = [
    ...parsed.errors.map((error) => ({ what: error.message.replace(/\.?$/, '.'), offset: error.pos[0] })),
    ...keysTwice(parsed).map(({ key, offset }) => ({
      what: `The key ${quoted(key)} stands twice in one map.`,
      offset,
    })),
  ].slice(0, SYNTAX_MAX);
  if (wrong.length > 0)
    return refused(
      wrong.map(({ what, offset }) => ({
        code: 'syntax',
        severity: 'error',
        message: `This is neither YAML nor JSON: ${what} Mend the syntax here.`,
        ...at(offset),
      })),
    );
  const value = valueOf(parsed);
  if (value instanceof Error) return refused([unreadable(value)]);
  const { design, findings } = read(value.js, palette);
  const placeOf = placesIn(parsed);
  const placedAt = (finding: DesignFinding, path: Path): DesignFinding => ({
    ...finding,
    path,
    ...at(placeOf(path)),
  });
  const placed = (finding: DesignFinding) => placedAt(finding, asWritten(value.js, finding));
  const told = findings.map((finding) => placedAt(finding, finding.path ?? []));
  return design ? { design, findings: told, placed } : { findings: told, placed };
};

/** A path in the lists of a design as it leads through the document: the one `workload`, and settings wherever they are written. */
const asWritten = (document: unknown, { path = [], setting }: DesignFinding): Path => {
  const [key, index, ...rest] = path;
  const single = isRecord(document) && document['workload'] !== undefined && document['workload'] !== null;
  const element: Path =
    key === 'workloads' && single && typeof index === 'number'
      ? index === 0
        ? ['workload', ...rest]
        : [key, index - 1, ...rest]
      : path;
  if (setting === undefined || element.length === 0) return element;
  const steps = [setting.split('.'), [setting]];
  const ways = [...steps.map((step) => ['settings', ...step]), ...steps].map((way) => [...element, ...way]);
  return ways.find((way) => isThere(document, way)) ?? element;
};

const isThere = (document: unknown, path: Path): boolean => {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false;
    value = Reflect.get(value, step);
  }
  return true;
};

const tooMuch = (what: OverLimit['what']): DesignFinding => ({
  code: 'too-large',
  severity: 'error',
  message: TOO_MUCH[what],
});

const TOO_MUCH: Readonly<Record<OverLimit['what'], string>> = {
  deep: `A design's text is nested at most ${DEPTH_MAX} deep; found more here. Write settings beside each other.`,
  many: `A design has at most ${MOST.components} components and ${MOST.connections} connections; found many times as many here. Draw copies as one component with replicas.`,
  long: `A design's text has at most ${PIECES_MAX} words, commas and lines; found more here. Draw copies as one component with replicas, and cut a long trace short.`,
};

/** The parser would compare each key with all before it. */
const keysTwice = (document: Document): readonly { readonly key: string; readonly offset: number }[] => {
  const found: { readonly key: string; readonly offset: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) found.push({ key: String(key.value), offset: key.range?.[0] ?? 0 });
        keys.add(key.value);
      }
      return found.length < SYNTAX_MAX ? undefined : visit.BREAK;
    },
  });
  return found;
};

/** Nested deeper than the parser's stack, an alias without its anchor, or a bomb of them. */
const unreadable = ({ message }: Error): DesignFinding => ({
  code: 'unreadable',
  severity: 'error',
  message: `The text leads nowhere or to too much: ${message.replace(/\.?$/, '.')} Write it plainly, without aliases.`,
  line: 1,
  column: 1,
});

const parsedOf = (text: string, lineCounter: LineCounter): Document.Parsed | Error => {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: false });
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

const valueOf = (document: Document): { readonly js: unknown } | Error => {
  try {
    return { js: document.toJS() };
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

/** The offset of the deepest key or value on a path; each map's keys are looked through once, however many findings. */
const placesIn = (document: Document): ((path: Path) => number) => {
  const keysOf = new Map<object, ReadonlyMap<string, { readonly offset: number; readonly value: unknown }>>();
  const keys = (map: unknown) => {
    if (!isMap(map)) return undefined;
    const known = keysOf.get(map);
    if (known) return known;
    const found = new Map(
      map.items.flatMap(({ key, value }) =>
        isScalar(key) ? [[String(key.value), { offset: key.range?.[0] ?? 0, value }] as const] : [],
      ),
    );
    keysOf.set(map, found);
    return found;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const step of path) {
      const pair = keys(node)?.get(String(step));
      node = pair ? pair.value : isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
      offset = pair?.offset ?? startOf(node) ?? offset;
      if (node === undefined) break;
    }
    return offset;
  };
};

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
