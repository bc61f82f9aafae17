import { didYouMean } from '@dryrun/text';
import { isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { ContentFinding, Read, SourceFile } from './finding.ts';

/** Reads one YAML file against a shape. Every finding knows its line and column, because YAML nodes know theirs. */
export const readYaml = <Shape extends z.ZodType>(
  file: SourceFile,
  shape: Shape,
): Read<z.infer<Shape> | undefined> => {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file: file.path, line: Math.max(1, line), column: Math.max(1, col) };
  };

  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => ({
      code: 'yaml-syntax',
      message: `This is not YAML: ${error.message.replace(/\.?$/, '.')} Mend the syntax here.`,
      ...at(error.pos[0]),
    }));
    return { value: undefined, findings };
  }

  const values = valuesOf(document);
  if (values instanceof Error) {
    const message = `An alias in this file leads nowhere or to too much: ${values.message.replace(/\.?$/, '.')}`;
    return { value: undefined, findings: [{ code: 'yaml-alias', message, ...at(0) }] };
  }
  const parsed = shape.safeParse(values.js);
  if (parsed.success) return { value: parsed.data, findings: [] };
  return {
    value: undefined,
    findings: parsed.error.issues.flatMap((issue) => fromIssue(issue, document, at)),
  };
};

/** Aliases are resolved only here: one without its anchor, or a bomb of them, is found out now. */
const valuesOf = (document: Document): { readonly js: unknown } | Error => {
  try {
    return { js: document.toJS() };
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
};

/** Where in its file the value at `path` is written: for findings that a shape cannot see. */
export const placeOf = (
  file: SourceFile,
  path: readonly PropertyKey[],
): Pick<ContentFinding, 'file' | 'line' | 'column'> => {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false });
  const { line, col } = counter.linePos(offsetOf(document, path));
  return { file: file.path, line: Math.max(1, line), column: Math.max(1, col) };
};

type Issue = z.core.$ZodIssue;
type At = (offset: number) => Pick<ContentFinding, 'file' | 'line' | 'column'>;

const fromIssue = (issue: Issue, document: Document, at: At): ContentFinding[] => {
  const where = issue.path.length === 0 ? 'the file' : `“${issue.path.map(String).join('.')}”`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknown-key',
      message: `Nothing reads “${key}” in ${where}: remove it or mend its name.${didYouMean(key, siblings(document, issue.path))}`,
      ...at(offsetOf(document, [...issue.path, key])),
    }));
  }
  const found = document.getIn(issue.path.map(String));
  const missing = issue.code === 'invalid_type' && found === undefined;
  return [
    {
      code: missing ? 'missing' : issue.code.replaceAll('_', '-'),
      message: missing
        ? `${where} is missing: ${expectation(issue)} is expected here.`
        : `${where}: ${issue.message.replace(/\.?$/, '.')} Found ${shown(found)}.`,
      ...at(offsetOf(document, issue.path)),
    },
  ];
};

const expectation = (issue: Issue) =>
  issue.code === 'invalid_type' ? `a value of type ${issue.expected}` : 'a value';

const shown = (value: unknown) => {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'object') return 'a list or a map';
  return `“${String(value)}”`;
};

const siblings = (document: Document, path: readonly PropertyKey[]): readonly string[] => {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path.map(String), true);
  return isMap(parent) ? parent.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : [])) : [];
};

/** The offset of the deepest node on the path that exists; a key's own place where the path ends at a key. */
const offsetOf = (document: Document, path: readonly PropertyKey[]): number => {
  for (let depth = path.length; depth > 0; depth--) {
    const parent: unknown =
      depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1).map(String), true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path[depth - 1]),
      );
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, depth).map(String), true);
    if (hasRange(node)) return node.range[0];
  }
  return hasRange(document.contents) ? document.contents.range[0] : 0;
};

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
