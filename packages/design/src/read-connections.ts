/**
 * Connections: both ends known, an id each, and whether the caller waits. Nobody waits for what is put into a queue to be
 * taken out again, nor for a bystander, for people, or for a batch.
 */
import { isScalar, readValue } from '@dryrun/quantities';
import type { Component, Connection } from './design.ts';
import { saidByLabel } from './arrow-words.ts';
import { ID_MAX, idOf, nameOf, nestedSettings, wrongForm } from './read-components.ts';
import type { Reading } from './reading.ts';
import { readSettings, readSetting } from './read-settings.ts';
import { isLeftTo } from './rules/roles.ts';
import type { Owner } from './read-settings.ts';
import { entriesOf, isRecord, quoted, shown } from './written.ts';
import type { Entry, Path } from './written.ts';

const OWN_KEYS: ReadonlySet<string> = new Set(['id', 'from', 'to', 'label', 'settings', 'workloads', 'mode']);
const MODES = ['sync', 'async'] as const;

type Around = {
  readonly components: ReadonlyMap<string, Component>;
  readonly componentIds: readonly string[];
  readonly workloadNames: ReadonlySet<string>;
  /** The caches that a component calls, for a label that says no more than “on miss”. */
  readonly cachesOf: (id: string) => readonly string[];
  readonly nameFree: (wanted: string) => string;
};

export const readConnections = (
  reading: Reading,
  list: readonly unknown[],
  components: readonly Component[],
  workloadNames: ReadonlySet<string>,
): readonly Connection[] => {
  const explicit = new Set(
    list.flatMap((raw) => (isRecord(raw) && isScalar(raw.id) ? [String(raw.id)] : [])),
  );
  const known = new Map(components.map((component) => [component.id, component]));
  const around: Around = {
    components: known,
    componentIds: [...known.keys()],
    workloadNames,
    cachesOf: cachesIn(reading, list, known),
    nameFree: namer(explicit),
  };
  const connections = new Map<string, Connection>();
  for (const [index, raw] of list.entries()) {
    const path = ['connections', index];
    const connection = readConnection(reading, raw, path, around);
    if (!connection) continue;
    if (connections.has(connection.id)) {
      const message = `There are two connections ${quoted(connection.id)}: give each its own id, or none.`;
      const at = { connection: connection.id, path: [...path, 'id'] };
      reading.tell({ code: 'duplicate-id', severity: 'error', message, ...at });
    } else {
      connections.set(connection.id, connection);
      reading.connectedAt.set(connection.id, path);
    }
  }
  return [...connections.values()];
};

const readConnection = (
  reading: Reading,
  raw: unknown,
  path: Path,
  around: Around,
): Connection | undefined => {
  if (!isRecord(raw)) {
    wrongForm(reading, `A connection is written as { from, to, … }; found ${shown(raw)}.`, path);
    return undefined;
  }
  const from = idOf(reading, raw.from, 'The from of a connection', [...path, 'from']);
  const to = idOf(reading, raw.to, 'The to of a connection', [...path, 'to']);
  if (from === undefined || to === undefined) return undefined;
  const given =
    raw.id === undefined || raw.id === null
      ? undefined
      : idOf(reading, raw.id, 'A connection', [...path, 'id']);
  const id = given ?? around.nameFree(`${from}->${to}`);
  const owner = { name: id, connection: id };
  for (const [key, end] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (!around.components.has(end))
      unknownComponent(reading, owner, end, around.componentIds, [...path, key]);
  }

  const label = nameOf(reading, raw.label, id, [...path, 'label']);
  const all = [
    ...entriesOf(raw, path, OWN_KEYS),
    ...nestedSettings(reading, raw.settings, id, [...path, 'settings']),
  ];
  const entries = all.filter(({ name }) => name !== 'mode' && name !== 'workloads');
  const topOr = (name: string): Entry | undefined =>
    raw[name] === undefined || raw[name] === null
      ? all.find((entry) => entry.name === name)
      : { name, value: raw[name], path: [...path, name] };
  const said =
    reading.drawn && label !== undefined
      ? spokenSettings(reading, label, { from, to, id }, path, around)
      : [];
  const unsaid = said.filter(({ name }) => name !== 'mode' && !entries.some((entry) => entry.name === name));
  const { settings, written } = readSettings(reading, owner, [...entries, ...unsaid], reading.connection);
  const onMiss = settings.onMiss;
  if (typeof onMiss === 'string' && !around.components.has(onMiss)) {
    const at = entries.find(({ name }) => name === 'onMiss')?.path ?? path;
    unknownComponent(reading, owner, onMiss, around.componentIds, at);
  }
  const writtenMode = topOr('mode') ?? said.find(({ name }) => name === 'mode');
  const mode = readMode(reading, owner, writtenMode);
  const workloads = readWorkloadNames(reading, owner, topOr('workloads'), around.workloadNames);
  return {
    id,
    from,
    to,
    ...(label === undefined ? {} : { label }),
    mode: mode ?? defaultMode(reading, around.components.get(from), around.components.get(to)),
    ...(workloads ? { workloads } : {}),
    settings,
    written: mode ? { ...written, mode } : written,
  };
};

const readMode = (
  reading: Reading,
  owner: Owner,
  entry: Entry | undefined,
): Connection['mode'] | undefined => {
  if (!entry) return undefined;
  const value = readSetting(reading, owner, 'mode', { type: 'word', oneOf: MODES }, entry.value, entry.path);
  return MODES.find((mode) => mode === value);
};

const defaultMode = (reading: Reading, from?: Component, to?: Component): Connection['mode'] => {
  const behaves = (component?: Component) => component && reading.kinds.get(component.kind)?.behaves;
  const source = behaves(from);
  const hands = source === 'queue' || source === 'stream';
  const left = behaves(to) === 'bystander' || (reading.drawn && to !== undefined && isLeftTo(to.kind));
  return hands || left ? 'async' : 'sync';
};

/** Names in a list, or in one text with commas, as a board's setting has them. */
const readWorkloadNames = (
  reading: Reading,
  owner: Owner,
  entry: Entry | undefined,
  names: ReadonlySet<string>,
): readonly string[] | undefined => {
  if (!entry) return undefined;
  const { value, path } = entry;
  const listed: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? names.has(value)
        ? [value]
        : value.split(',').map((name) => name.trim())
      : [value];
  if (!listed.every(isScalar)) {
    wrongForm(
      reading,
      `workloads of ${quoted(owner.name)} must be a list of names; found ${shown(value)}.`,
      path,
    );
    return undefined;
  }
  const wanted = [...new Set(listed.map(String))];
  for (const name of wanted) if (!names.has(name)) unknownWorkload(reading, owner, name, names, path);
  return wanted;
};

/** What the words on an arrow set; what they may be meant to set is asked. */
const spokenSettings = (
  reading: Reading,
  label: string,
  { from, to, id }: Pick<Connection, 'from' | 'to' | 'id'>,
  path: Path,
  around: Around,
): readonly Entry[] => {
  const { mode, onMiss, settings, unread } = saidByLabel(label);
  const at = [...path, 'label'];
  const nameOf = (end: string) => quoted(around.components.get(end)?.name || end);
  const way = `from ${nameOf(from)} to ${nameOf(to)}`;
  const ask = (words: string, why: string, setting?: string) => {
    const message = `What is ${quoted(words)} ${way}? ${why}`;
    reading.tell({ code: 'unread-label', severity: 'question', message, connection: id, setting, path: at });
  };
  for (const { words, why } of unread) ask(words, why);
  const entries: Entry[] = mode === undefined ? [] : [{ name: 'mode', value: mode, path: at }];
  for (const { name, value, words } of settings) {
    const setting = reading.connection.settings.get(name);
    if (!setting) continue;
    const read = readValue(setting, value);
    if ('value' in read) entries.push({ name, value, path: at });
    else ask(words, `${name} ${read.expected}.`, name);
  }
  // What leaves a cache is taken on a miss anyway.
  const source = around.components.get(from);
  if (onMiss && source && reading.kinds.get(source.kind)?.behaves !== 'cache') {
    const [cache, ...others] = around.cachesOf(from);
    if (cache !== undefined && others.length === 0) entries.push({ name: 'onMiss', value: cache, path: at });
    else {
      const found = cache === undefined ? 'calls no cache' : `calls ${others.length + 1} caches`;
      const message = `On a miss of which cache is the arrow ${way} taken? ${nameOf(from)} ${found}: say so with onMiss.`;
      reading.tell({ code: 'on-miss-of-what', severity: 'question', message, connection: id, path: at });
    }
  }
  return entries;
};

const cachesIn = (
  reading: Reading,
  list: readonly unknown[],
  components: ReadonlyMap<string, Component>,
): Around['cachesOf'] => {
  const caches = new Map<string, Set<string>>();
  for (const raw of list) {
    if (!isRecord(raw)) continue;
    const target = components.get(String(isScalar(raw.to) ? raw.to : ''));
    if (!target || !isScalar(raw.from) || reading.kinds.get(target.kind)?.behaves !== 'cache') continue;
    const from = String(raw.from);
    caches.set(from, (caches.get(from) ?? new Set()).add(target.id));
  }
  return (id) => [...(caches.get(id) ?? [])];
};

/** Several arrows may go the same way: each gets an id of its own, and none one that somebody wrote. */
const namer = (taken: ReadonlySet<string>): Around['nameFree'] => {
  const used = new Set(taken);
  const counts = new Map<string, number>();
  return (long) => {
    const wanted = long.length <= ID_MAX - 6 ? long : 'connection';
    let count = counts.get(wanted) ?? 1;
    let id = count === 1 ? wanted : `${wanted} ${count}`;
    while (used.has(id)) {
      count += 1;
      id = `${wanted} ${count}`;
    }
    counts.set(wanted, count);
    used.add(id);
    return id;
  };
};

export const unknownComponent = (
  reading: Reading,
  { name: whose, ...target }: Owner,
  id: string,
  ids: readonly string[],
  path: Path,
): void => {
  const message = `There is no component ${quoted(id)}, which ${quoted(whose)} names.${reading.suggest(id, ids)}`;
  reading.tell({ code: 'unknown-component', severity: 'error', message, ...target, path });
};

export const unknownWorkload = (
  reading: Reading,
  { name: whose, ...target }: Owner,
  name: string,
  names: ReadonlySet<string>,
  path: Path,
): void => {
  const message = `There is no workload ${quoted(name)}, which ${quoted(whose)} names.${reading.suggest(name, [...names])}`;
  reading.tell({ code: 'unknown-workload', severity: 'error', message, ...target, path });
};
