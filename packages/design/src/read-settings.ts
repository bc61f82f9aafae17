import { isScalar, readValue } from '@dryrun/quantities';
import type { Expected, Scalar } from '@dryrun/quantities';
import type { Values } from './design.ts';
import type { Reading, Shape } from './reading.ts';
import { quoted, shown } from './written.ts';
import type { Entry, Path } from './written.ts';

/** Whose settings they are: how a message names it, and how a finding points at it. */
export type Owner = {
  readonly name: string;
  readonly component?: string;
  readonly connection?: string;
  readonly workload?: string;
};

/** Settings in base units over the defaults of their shape, and as they were written. */
export const readSettings = (
  reading: Reading,
  owner: Owner,
  entries: readonly Entry[],
  shape: Shape,
  plain: ReadonlySet<string> = new Set(),
): { readonly settings: Values; readonly written: Values } => {
  const settings = new Map<string, Scalar>(Object.entries(shape.defaults));
  const written = new Map<string, Scalar>();
  const { name: whose, ...target } = owner;
  for (const { name, value, path } of entries) {
    const setting = shape.settings.get(name);
    const at = { ...target, setting: name, path };
    if (!setting) {
      const hint = reading.suggest(name, shape.names);
      const todo = hint === '' ? ' Remove it or mend its name.' : hint;
      const message = `Nothing reads ${quoted(name)} of ${quoted(whose)}.${todo}`;
      reading.tell({ code: 'unknown-setting', severity: 'error', message, ...at });
      continue;
    }
    if (written.has(name)) {
      const message = `${name} of ${quoted(whose)} is written twice, nested and dotted: keep one of them.`;
      reading.tell({ code: 'duplicate-setting', severity: 'error', message, ...at });
      continue;
    }
    const read = readSetting(reading, owner, name, { ...setting, plain: plain.has(name) }, value, path);
    if (read === undefined || !isScalar(value)) continue;
    settings.set(name, read);
    written.set(name, value);
  }
  return { settings: Object.fromEntries(settings), written: Object.fromEntries(written) };
};

/** One value in base units; undefined where it is wrong, which is then told. */
export const readSetting = (
  reading: Reading,
  { name: whose, ...target }: Owner,
  name: string,
  expected: Expected,
  value: unknown,
  path: Path,
): Scalar | undefined => {
  const read = readValue(expected, value);
  if ('value' in read) return read.value;
  const hint =
    read.code === 'not-a-word' && expected.oneOf && typeof value === 'string'
      ? reading.suggest(value, expected.oneOf)
      : '';
  reading.tell({
    code: read.code,
    severity: 'error',
    message: `${name} of ${quoted(whose)} ${read.expected}; found ${shown(value)}.${hint}`,
    ...target,
    setting: name,
    path,
  });
  return undefined;
};
