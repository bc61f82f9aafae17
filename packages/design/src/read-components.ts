import type { Kind } from '@dryrun/domain';
import type { Component } from './design.ts';
import { entriesIn } from './entries.ts';
import { kindOfLabel, replicasIn } from './labels.ts';
import type { Reading } from './reading.ts';
import { readSettings } from './read-settings.ts';
import { entriesOf, isRecord, quoted, shown } from './written.ts';
import type { Path } from './written.ts';

const OWN_KEYS: ReadonlySet<string> = new Set(['id', 'kind', 'name', 'x', 'y', 'settings']);

/** What a box looks like says nothing of what it is. */
const DRAWN_KEYS: ReadonlySet<string> = new Set([...OWN_KEYS, 'shape']);

export const ID_MAX = 120;
const NAME_MAX = 200;
const COORDINATE_MAX = 1e6;

/** What an unknown box is taken for on a drawing, so that the rest of it can be checked. */
const GENERIC = 'service';

/** What a box is that is called a gateway and stands where requests come in, whatever else goes by its name. */
const ENTRY = 'gateway';
const IS_ENTRY = /\bgateways?\b/i;

type IsEntry = (id: string) => boolean;

export const readComponents = (
  reading: Reading,
  list: readonly unknown[],
  arrows: unknown,
): readonly Component[] => {
  const components = new Map<string, Component>();
  const isEntry = drawnEntries(reading, list, arrows);
  for (const [index, raw] of list.entries()) {
    const path = ['components', index];
    const component = readComponent(reading, raw, path, isEntry);
    if (!component) continue;
    if (components.has(component.id)) {
      const message = `There are two components ${quoted(component.id)}: give each its own id.`;
      const at = { component: component.id, path: [...path, 'id'] };
      reading.tell({ code: 'duplicate-id', severity: 'error', message, ...at });
    } else components.set(component.id, component);
  }
  return [...components.values()];
};

const drawnEntries = (reading: Reading, boxes: readonly unknown[], arrows: unknown): IsEntry => {
  if (!reading.drawn || !Array.isArray(arrows)) return () => false;
  const asking = new Set(
    boxes.flatMap((box) => {
      if (!isRecord(box)) return [];
      const { id, kind, name } = box;
      const said =
        kind ??
        (kindOfLabel(String(name), reading.palette) ?? kindOfLabel(String(id), reading.palette))?.kind;
      return reading.kinds.get(String(said))?.behaves === 'client' ? [String(id)] : [];
    }),
  );
  return entriesIn(arrows, (id) => asking.has(id));
};

const readComponent = (
  reading: Reading,
  raw: unknown,
  path: Path,
  isEntry: IsEntry,
): Component | undefined => {
  if (!isRecord(raw)) {
    wrongForm(reading, `A component is written as { id, kind, … }; found ${shown(raw)}.`, path);
    return undefined;
  }
  const id = idOf(reading, raw.id, `A component`, [...path, 'id']);
  if (id === undefined) return undefined;
  const name = nameOf(reading, raw.name, id, [...path, 'name']) ?? id;
  const unsaid = raw.kind === undefined || raw.kind === null || raw.kind === '';
  const entry = unsaid && IS_ENTRY.test(name) && isEntry(id) ? reading.kinds.get(ENTRY) : undefined;
  const kind = entry ?? readKind(reading, raw.kind, id, name, [...path, 'kind']);
  if (!kind) return { id, kind: '', name, settings: {}, written: {} };

  const shape = reading.shapeOf(kind);
  const entries = [
    ...entriesOf(raw, path, reading.drawn ? DRAWN_KEYS : OWN_KEYS),
    ...nestedSettings(reading, raw.settings, id, [...path, 'settings']),
  ];
  const replicas = reading.drawn ? replicasIn(name) : undefined;
  if (replicas !== undefined && !shape.settings.has('replicas') && kind.behaves !== 'client') {
    const message = `Copies of ${quoted(name)} count for nothing in a run: it is a ${kind.name.toLowerCase()}, which takes no requests.`;
    reading.tell({
      code: 'no-copies',
      severity: 'question',
      message,
      component: id,
      path: [...path, 'name'],
    });
  }
  const said =
    replicas !== undefined &&
    shape.settings.has('replicas') &&
    !entries.some((entry) => entry.name === 'replicas')
      ? [{ name: 'replicas', value: replicas, path: [...path, 'name'] }]
      : [];
  const { settings, written } = readSettings(
    reading,
    { name: id, component: id },
    [...entries, ...said],
    shape,
  );
  const x = coordinate(reading, raw.x, id, [...path, 'x']);
  const y = coordinate(reading, raw.y, id, [...path, 'y']);
  return {
    id,
    kind: kind.id,
    name,
    settings,
    written,
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  };
};

const readKind = (reading: Reading, raw: unknown, id: string, name: string, path: Path): Kind | undefined => {
  const known = typeof raw === 'string' ? reading.kinds.get(raw) : undefined;
  if (known) return known;
  const written = raw !== undefined && raw !== null && raw !== '';
  const sounds =
    (written ? kindOfLabel(shown(raw), reading.palette) : undefined) ??
    kindOfLabel(name, reading.palette) ??
    kindOfLabel(id, reading.palette);
  const said = sounds && reading.kinds.get(sounds.kind);
  if (reading.drawn && !written) {
    if (said) return said;
    const message = `What is ${quoted(name)}? Its name fits no kind in the palette; it is taken for a ${GENERIC} until you say what it is.`;
    reading.tell({ code: 'unrecognised', severity: 'question', message, component: id, path });
    const generic = reading.kinds.get(GENERIC);
    if (generic) return generic;
  }
  const named = written ? reading.suggest(shown(raw), kindNames(reading)) : '';
  const hint = named === '' && said ? ` Did you mean “${said.id}”?` : named;
  const message = written
    ? `${quoted(id)} is of no kind in the palette: found ${shown(raw)}.${hint}`
    : `${quoted(id)} needs a kind from the palette, such as kind: ${said?.id ?? GENERIC}; found nothing.`;
  reading.tell({ code: 'unknown-kind', severity: 'error', message, component: id, path });
  return undefined;
};

const namesOfKinds = new WeakMap<Reading, readonly string[]>();
const kindNames = (reading: Reading): readonly string[] => {
  const names = namesOfKinds.get(reading) ?? [...reading.kinds.keys()];
  namesOfKinds.set(reading, names);
  return names;
};

/** `settings:` as entries; anything but a map there is told. */
export const nestedSettings = (reading: Reading, raw: unknown, whose: string, path: Path) => {
  if (raw === undefined || raw === null) return [];
  if (isRecord(raw)) return entriesOf(raw, path);
  wrongForm(
    reading,
    `settings of ${quoted(whose)} must be a map of names and values; found ${shown(raw)}.`,
    path,
  );
  return [];
};

/** A text or a number that can name a thing. */
export const idOf = (reading: Reading, raw: unknown, what: string, path: Path): string | undefined => {
  const id = typeof raw === 'number' || typeof raw === 'string' ? String(raw) : '';
  if (id !== '' && id.length <= ID_MAX) return id;
  const found = id === '' ? shown(raw) : `${id.length} characters`;
  wrongForm(reading, `${what} needs an id of 1 to ${ID_MAX} characters; found ${found}.`, path);
  return undefined;
};

export const nameOf = (reading: Reading, raw: unknown, whose: string, path: Path): string | undefined => {
  if (raw === undefined || raw === null) return undefined;
  const name = typeof raw === 'number' || typeof raw === 'string' ? String(raw) : undefined;
  if (name !== undefined && name.length <= NAME_MAX) return name;
  const found = name === undefined ? shown(raw) : `${name.length} characters`;
  const what = String(path.at(-1));
  wrongForm(
    reading,
    `The ${what} of ${quoted(whose)} must be a text of at most ${NAME_MAX} characters; found ${found}.`,
    path,
  );
  return undefined;
};

export const wrongForm = (reading: Reading, message: string, path: Path): void =>
  reading.tell({ code: 'wrong-form', severity: 'error', message, path });

const coordinate = (reading: Reading, raw: unknown, id: string, path: Path): number | undefined => {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === 'number' && Math.abs(raw) <= COORDINATE_MAX) return raw === 0 ? 0 : raw;
  const message = `${String(path.at(-1))} of ${quoted(id)} must be a number from −${COORDINATE_MAX} to ${COORDINATE_MAX}; found ${shown(raw)}.`;
  reading.tell({ code: 'out-of-range', severity: 'error', message, component: id, path });
  return undefined;
};
