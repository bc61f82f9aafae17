/** Values as a hand wrote them, before anybody knows what they mean: told apart, flattened and shown in messages. */
import { isScalar } from '@dryrun/quantities';

export type Path = readonly (string | number)[];

/** One setting as written: its dotted name, its value, and the keys that lead to it. */
export type Entry = { readonly name: string; readonly value: unknown; readonly path: Path };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** No palette nests deeper, and a document may be nested by somebody with bad intent. */
const DEPTH_MAX = 6;
const ENTRIES_MAX = 500;

/** `service: { mean: 10ms }` is `service.mean`. What is null was left open; a list of words is one text with commas. */
export const entriesOf = (
  record: Readonly<Record<string, unknown>>,
  path: Path,
  except: ReadonlySet<string> = new Set(),
): readonly Entry[] => {
  const entries: Entry[] = [];
  const visit = (inner: Readonly<Record<string, unknown>>, prefix: string, at: Path) => {
    for (const [key, value] of Object.entries(inner)) {
      if (entries.length >= ENTRIES_MAX) return;
      if (value === null || value === undefined || (prefix === '' && except.has(key))) continue;
      const name = `${prefix}${key}`;
      if (isRecord(value) && at.length - path.length < DEPTH_MAX) visit(value, `${name}.`, [...at, key]);
      else entries.push({ name, value: asText(value), path: [...at, key] });
    }
  };
  visit(record, '', path);
  return entries;
};

const asText = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every(isScalar) ? value.join(', ') : value;

const SHOWN_MAX = 60;

/** A value as a message quotes it, never longer than a line can bear. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null || value === '') return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return shortened(String(value));
};

export const quoted = (text: string): string => `“${shortened(text)}”`;

const shortened = (text: string): string => {
  const line = text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
  return line.length <= SHOWN_MAX ? line : `${line.slice(0, SHOWN_MAX)}…`;
};
