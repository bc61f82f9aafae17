/** A design as text, YAML or JSON: read as a document, and every finding knows its line and column. */
import type { Palette } from '@dryrun/domain';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { DesignFinding, ReadDesign } from './design.ts';
import { readDesign } from './read-design.ts';
import type { Path } from './written.ts';

const CHARACTERS_MAX = 2_000_000;
const SYNTAX_MAX = 20;

export const readDesignText = (text: string, palette: Palette): ReadDesign => {
  if (text.length > CHARACTERS_MAX) {
    const message = `A design's text may have 2 MB; found ${text.length} characters. Draw copies as one component with replicas.`;
    return { findings: [{ code: 'too-large', severity: 'error', message, line: 1, column: 1 }] };
  }
  const counter = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const parsed = parsedOf(text, counter);
  if (parsed instanceof Error) return { findings: [unreadable(parsed)] };
  const wrong = parsed.errors.slice(0, SYNTAX_MAX).map(
    (error): DesignFinding => ({
      code: 'syntax',
      severity: 'error',
      message: `This is neither YAML nor JSON: ${error.message.replace(/\.?$/, '.')} Mend the syntax here.`,
      ...at(error.pos[0]),
    }),
  );
  if (wrong.length > 0) return { findings: wrong };
  const value = valueOf(parsed);
  if (value instanceof Error) return { findings: [unreadable(value)] };
  const { design, findings } = readDesign(value.js, palette);
  const placeOf = placesIn(parsed);
  const placed = findings.map((finding) => ({ ...finding, ...at(placeOf(finding.path ?? [])) }));
  return design ? { design, findings: placed } : { findings: placed };
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
    return parseDocument(text, { lineCounter, prettyErrors: false });
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
