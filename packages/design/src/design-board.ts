/** A design document as a hand would draw it: cleared, boxes placed, arrows connected. Workloads and objectives are not drawn. */
import { BoardOperation } from '@dryrun/domain';
import { isScalar } from '@dryrun/quantities';
import { overfullBoard } from './board.ts';
import type { Design, Values } from './design.ts';
import { entriesOf, isRecord, shown } from './written.ts';

/** A checked design on the board, with its settings as they were written. */
export const boardOf = ({ components, connections }: Design): readonly BoardOperation[] => [
  { op: 'clear' },
  ...components.map(({ id, kind, name, x, y, written }): BoardOperation => {
    const component = { id, kind, name, x, y, settings: orNone(written) };
    return { op: 'place', component };
  }),
  ...connections.map(({ id, from, to, label, workloads, written }): BoardOperation => {
    const settings = { ...written, ...(workloads ? { workloads: workloads.join(', ') } : {}) };
    return { op: 'connect', connection: { id, from, to, label, settings: orNone(settings) } };
  }),
];

const orNone = (values: Values) => (Object.keys(values).length === 0 ? undefined : values);

/** The operations that draw a document which nobody has checked yet, or what is wrong with it. */
export const drawDesign = (document: unknown): readonly BoardOperation[] | string => {
  if (!isRecord(document)) return wrongAt('', `expected object, found ${shown(document)}`);
  const components = listAt(document.components, 'components');
  const connections = listAt(document.connections ?? [], 'connections');
  if (typeof components === 'string') return components;
  if (typeof connections === 'string') return connections;
  const overfull = overfullBoard(components.length, connections.length);
  if (overfull !== undefined) return overfull;

  const operations: BoardOperation[] = [{ op: 'clear' }];
  const componentIds = new Set<unknown>();
  for (const [index, raw] of components.entries()) {
    const { id, kind, name = id, x, y, settings, ...rest } = raw;
    const component = { id, kind, name, x, y, settings: settingsOf(rest, settings) };
    const drawn = operationAt(`components.${index}`, { op: 'place', component });
    if (typeof drawn === 'string') return drawn;
    if (componentIds.has(id)) return `There are two components “${shown(id)}”: give each its own id.`;
    componentIds.add(id);
    operations.push(drawn);
  }
  const arrowIds = new Set<string>();
  for (const [index, raw] of connections.entries()) {
    const { id, from, to, label, settings, ...rest } = raw;
    const wanted = typeof id === 'string' ? id : `${shown(from)}->${shown(to)}`;
    const connection = {
      id: unused(arrowIds, wanted),
      from,
      to,
      label,
      settings: settingsOf(rest, settings),
    };
    const drawn = operationAt(`connections.${index}`, { op: 'connect', connection });
    if (typeof drawn === 'string') return drawn;
    operations.push(drawn);
  }
  const required = requirementsIn(document);
  if (typeof required === 'string') return required;
  return required ? [...operations, required] : operations;
};

/** What the document says it is to hold: not drawn, and kept with what is. */
const requirementsIn = (document: Readonly<Record<string, unknown>>): BoardOperation | string | undefined => {
  const workloads = document.workloads ?? (document.workload === undefined ? [] : [document.workload]);
  const objectives = document.objectives ?? [];
  if (!Array.isArray(workloads)) return wrongAt('workloads', `expected a list, found ${shown(workloads)}`);
  if (!Array.isArray(objectives)) return wrongAt('objectives', `expected a list, found ${shown(objectives)}`);
  return workloads.length + objectives.length === 0
    ? undefined
    : operationAt('workloads', { op: 'require', workloads, objectives });
};

const wrongAt = (path: string, what: string) => `In design${path === '' ? '' : `, at ${path}`}: ${what}.`;

const listAt = (value: unknown, path: string): readonly Readonly<Record<string, unknown>>[] | string => {
  if (!Array.isArray(value)) return wrongAt(path, `expected a list, found ${shown(value)}`);
  const index = value.findIndex((one) => !isRecord(one));
  return index < 0 ? value : wrongAt(`${path}.${index}`, `expected object, found ${shown(value[index])}`);
};

const operationAt = (path: string, operation: unknown): BoardOperation | string => {
  const read = BoardOperation.safeParse(operation);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const steps = issue?.path.slice(1).map(String) ?? [];
  return wrongAt([path, ...steps].join('.'), issue?.message ?? 'unreadable');
};

/** A board's settings are flat: `service: { mean: 10ms }` is `service.mean`, a list one text with commas. */
const settingsOf = (rest: Readonly<Record<string, unknown>>, settings: unknown): Values | undefined => {
  const entries = [...entriesOf(rest, []), ...(isRecord(settings) ? entriesOf(settings, []) : [])];
  const flat = entries.flatMap(({ name, value }) =>
    isScalar(value)
      ? [[name, value] as const]
      : Array.isArray(value)
        ? [[name, value.map((one) => (isScalar(one) ? String(one) : shown(one))).join(', ')] as const]
        : [],
  );
  return flat.length > 0 ? Object.fromEntries(flat) : undefined;
};

/** Several arrows may go the same way. */
const unused = (taken: Set<string>, wanted: string): string => {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted} ${count}`;
  taken.add(id);
  return id;
};
