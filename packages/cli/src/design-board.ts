/** A design document as a hand would draw it: cleared, boxes placed, arrows connected. Workloads and objectives are not drawn. */
import { BoardOperation } from '@dryrun/domain';
import { z } from 'zod';

const COMPONENTS_MAX = 500;
const CONNECTIONS_MAX = 1400;

const Component = z.looseObject({ id: z.string().min(1).max(120) });
const Connection = z.looseObject({ from: z.string().min(1).max(120), to: z.string().min(1).max(120) });
const Design = z.looseObject({
  components: z.array(Component).max(COMPONENTS_MAX),
  connections: z.array(Connection).max(CONNECTIONS_MAX).default([]),
});

/** The operations, or what is wrong with the document. */
export const drawDesign = (document: unknown): readonly BoardOperation[] | string => {
  const read = Design.safeParse(document);
  if (!read.success) return wrongIn(read.error, 'design');
  const { components, connections } = read.data;
  const twice = components.find(({ id }, at) => components.findIndex((other) => other.id === id) !== at);
  if (twice) return `There are two components “${twice.id}”: give each its own id.`;

  const arrowIds = new Set<string>();
  const operations = z.array(BoardOperation).safeParse([
    { op: 'clear' },
    ...components.map(({ id, kind, name = id, x, y, settings, ...rest }) => ({
      op: 'place',
      component: { id, kind, name, x, y, settings: settingsOf({ ...rest, ...objectOf(settings) }) },
    })),
    ...connections.map(({ id, from, to, label, settings, ...rest }) => ({
      op: 'connect',
      connection: {
        id: unused(arrowIds, typeof id === 'string' ? id : `${from}->${to}`),
        from,
        to,
        label,
        settings: settingsOf({ ...rest, ...objectOf(settings) }),
      },
    })),
  ]);
  return operations.success ? operations.data : wrongIn(operations.error, 'design');
};

/** What of a value the schema did not find as it should be, and where. */
export const wrongIn = (error: z.ZodError, within: string): string => {
  const [issue] = error.issues;
  const path = issue?.path.filter((step) => typeof step !== 'symbol').join('.') ?? '';
  return `In ${within}${path === '' ? '' : `, at ${path}`}: ${issue?.message ?? 'unreadable'}.`;
};

/** A board's settings are flat: `service: { mean: 10ms }` is `service.mean`. */
const settingsOf = (
  nested: Readonly<Record<string, unknown>>,
): Record<string, string | number | boolean> | undefined => {
  const flat = flattened('', nested);
  return flat.length > 0 ? Object.fromEntries(flat) : undefined;
};

const flattened = (path: string, value: unknown): (readonly [string, string | number | boolean])[] => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [[path, value]];
  if (Array.isArray(value))
    return [[path, value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : one)).join(', ')]];
  return Object.entries(objectOf(value)).flatMap(([key, inner]) =>
    flattened(path === '' ? key : `${path}.${key}`, inner),
  );
};

const objectOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Several arrows may go the same way. */
const unused = (taken: Set<string>, wanted: string): string => {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted} ${count}`;
  taken.add(id);
  return id;
};
