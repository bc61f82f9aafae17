/**
 * From a design document to a checked design:
 *
 *     document ─▶ components ─▶ workloads ─▶ connections ─▶ objectives, faults ─▶ the graph as a whole
 *                      └── each value to base units by the palette, defaults filled in, what was written kept ──┘
 *
 * No step stops at the first thing wrong, none throws whatever the document is, and all of it takes time in proportion
 * to the document. There is a design only where no finding is an error.
 */
import type { Palette } from '@dryrun/domain';
import { overfullBoard } from './board.ts';
import type { Design, ReadDesign } from './design.ts';
import { nameOf, nestedSettings, readComponents, wrongForm } from './read-components.ts';
import { readConnections } from './read-connections.ts';
import { readFaults } from './read-faults.ts';
import { readSettings } from './read-settings.ts';
import { readObjectives, onlyKeys } from './read-objectives.ts';
import { readingOf } from './reading.ts';
import type { Reading } from './reading.ts';
import { readWorkloads } from './read-workloads.ts';
import type { WrittenWorkload } from './read-workloads.ts';
import { graphOf } from './rules/graph.ts';
import { syncCycle } from './rules/sync-cycle.ts';
import { isRecord, quoted, shown } from './written.ts';
import type { Path } from './written.ts';

/** What a document may list. */
export const MOST = {
  components: 2000,
  connections: 10_000,
  workloads: 200,
  objectives: 1000,
  faults: 1000,
} as const;
const KEYS: ReadonlySet<string> = new Set([...Object.keys(MOST), 'name', 'workload', 'world']);
const UNTITLED = 'untitled';

export const readDesign = (document: unknown, palette: Palette): ReadDesign => read(document, palette, false);

/** As `readDesign`, for what was drawn by hand: what is not said is asked for, and names and labels are listened to. */
export const readDrawing = (document: unknown, palette: Palette): ReadDesign => read(document, palette, true);

const read = (document: unknown, palette: Palette, drawn: boolean): ReadDesign => {
  const reading = readingOf(palette, drawn);
  const { findings } = reading;
  if (!isRecord(document)) {
    wrongForm(
      reading,
      `A design is a map with components, connections and workloads; found ${shown(document)}.`,
      [],
    );
    return { findings };
  }
  const large = drawn ? overfull(document) : tooLarge(document);
  if (large !== undefined) {
    reading.tell({ code: 'too-large', severity: 'error', ...large });
    return { findings };
  }
  onlyKeys(reading, { name: 'the design' }, document, KEYS, []);
  const name = nameOf(reading, document.name, 'the design', ['name']) ?? UNTITLED;
  const boxes = listOf(reading, document, 'components');
  const components = readComponents(reading, boxes, document.connections);
  const workloads = readWorkloads(reading, writtenWorkloads(reading, document), components);
  const names = new Set(workloads.map((workload) => workload.name));
  const connections = readConnections(reading, listOf(reading, document, 'connections'), components, names);
  const objectives = readObjectives(reading, listOf(reading, document, 'objectives'), components, names);
  const faults = readFaults(reading, listOf(reading, document, 'faults'), components, names);
  const world = readWorld(reading, document['world']);
  const design = {
    name,
    components,
    connections,
    workloads,
    objectives,
    faults,
    ...(world ? { world } : {}),
  } satisfies Design;
  checkWhole(reading, design);
  return findings.some(({ severity }) => severity === 'error') ? { findings } : { design, findings };
};

/** What the months bring, as a map of its own. */
const readWorld = (reading: Reading, raw: unknown): Design['world'] => {
  if (raw === undefined || raw === null) return undefined;
  const entries = nestedSettings(reading, raw, 'the world', ['world']);
  return readSettings(reading, { name: 'the world' }, entries, reading.world);
};

type TooLarge = { readonly message: string; readonly path?: Path } | undefined;

/** What was drawn is no larger than what can be: a board. */
const overfull = ({ components, connections }: Readonly<Record<string, unknown>>): TooLarge => {
  const count = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  const message = overfullBoard(count(components), count(connections));
  return message === undefined ? undefined : { message };
};

const tooLarge = (document: Readonly<Record<string, unknown>>): TooLarge => {
  for (const [key, most] of Object.entries(MOST)) {
    const list = document[key];
    if (!Array.isArray(list) || list.length <= most) continue;
    const message = `A design has at most ${most} ${key}; found ${list.length}. Draw copies as one component with replicas.`;
    return { message, path: [key] };
  }
  return undefined;
};

const listOf = (
  reading: Reading,
  document: Readonly<Record<string, unknown>>,
  key: keyof typeof MOST,
): readonly unknown[] => {
  const list = document[key];
  if (Array.isArray(list)) return list;
  if (list !== undefined && list !== null)
    wrongForm(reading, `${key} must be a list; found ${shown(list)}.`, [key]);
  else if (key === 'components') wrongForm(reading, 'A design needs components, a list; found nothing.', []);
  return [];
};

/** One `workload:` or a list of them; both at once are all of them. */
const writtenWorkloads = (
  reading: Reading,
  document: Readonly<Record<string, unknown>>,
): readonly WrittenWorkload[] => {
  const { workload } = document;
  const single = workload === undefined || workload === null ? [] : [{ raw: workload, path: ['workload'] }];
  const list = listOf(reading, document, 'workloads').map((raw, index) => ({
    raw,
    path: ['workloads', index],
  }));
  return [...single, ...list];
};

const checkWhole = (reading: Reading, design: Design): void => {
  const { components, connections, workloads } = design;
  const behaviours = new Map(components.map(({ id, kind }) => [id, reading.kinds.get(kind)?.behaves]));
  const severity = reading.drawn ? 'question' : 'error';
  if (components.every(({ id }) => behaviours.get(id) !== 'client')) {
    const message = 'Where do the requests come from? Draw a client, and connect it to what it calls.';
    reading.tell({ code: 'no-client', severity, message });
  }
  if (workloads.length === 0) {
    const message =
      'How many requests come? Write a workload with from and rps, such as { from: users, rps: 500 }.';
    reading.tell({ code: 'no-workload', severity, message });
  }
  for (const { id, from, to, mode } of connections) {
    if (mode !== 'sync' || behaviours.get(to) !== 'client') continue;
    const message = `${quoted(from)} calls the client ${quoted(to)} and waits; clients only ask. Turn ${quoted(id)} around, or make it async.`;
    const at = { component: to, connection: id, path: reading.connectedAt.get(id) };
    reading.tell({ code: 'client-called', severity: 'error', message, ...at });
  }
  // A ring that ends again is the rule's to warn of.
  for (const found of syncCycle.find(design, graphOf(design, reading.palette)))
    if (found.severity === 'error')
      reading.tell({ code: syncCycle.code, ...found, path: reading.connectedAt.get(found.connection ?? '') });
};
