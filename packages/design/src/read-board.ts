import type { Board, BoardConnection, Palette } from '@dryrun/domain';
import type { Design, DesignFinding, ReadDesign } from './design.ts';
import { NO_RATE } from './no-rate.ts';
import { readDrawing } from './read-design.ts';
import { quoted } from './written.ts';

/** What is drawn on a board, as a design without workloads. A box that nobody can name is asked about. */
export const readBoard = ({ components, connections }: Board, palette: Palette): ReadDesign =>
  readCalls({ name: 'board', components, connections }, palette);

type Document = Pick<Board, 'components' | 'connections'> & { readonly [key: string]: unknown };

const ANSWERS_MOST = 100;
const IS_ANSWER: ReadonlySet<string> = new Set(['client-called', 'sync-cycle']);

/**
 * Hands draw answers, too: an arrow back to who asks, or one that would close a ring of calls which wait for each other. It is
 * taken for what it most likely is, and asked about.
 */
const readCalls = (document: Document, palette: Palette): ReadDesign => {
  const asked: BoardConnection[] = [];
  let { connections } = document;
  for (let round = 0; ; round++) {
    const read = readDrawing({ ...document, connections }, palette);
    const answers = new Set(
      read.findings.flatMap(({ code, severity, connection, closes = connection }) =>
        severity === 'error' && IS_ANSWER.has(code) && closes !== undefined ? [closes] : [],
      ),
    );
    const left = connections.filter(({ id }) => !answers.has(id));
    if (left.length === connections.length || round >= ANSWERS_MOST) {
      const asking = new Set(
        read.design?.components.flatMap(({ id, kind }) => (kind === 'client' ? [id] : [])),
      );
      // An app behind its users asks on their behalf.
      const open = asked.filter(({ from }) => !asking.has(from)).map((one) => askedOf(one, document));
      return { ...read, findings: [...read.findings, ...open] };
    }
    asked.push(...connections.filter(({ id }) => answers.has(id)));
    connections = left;
  }
};

const askedOf = ({ id, from, to }: BoardConnection, { components }: Document): DesignFinding => {
  const nameOf = (end: string) => quoted(components.find((box) => box.id === end)?.name || end);
  return {
    code: 'answer-drawn',
    severity: 'question',
    connection: id,
    message: `Is the arrow from ${nameOf(from)} to ${nameOf(to)} the answer on its way back? It is taken for that, and calls nothing: write “async” on it, or how often it is taken, if it does.`,
  };
};

/** What arrives, where neither the board nor anybody says how it does: requests one after the other, independent of each other. */
const ARRIVING = 'what arrives';
const USERS = 'users';

/**
 * A board as a design that can be run: with the workloads it was drawn with, or else with so many requests a second, coming from
 * its clients or from where nothing comes in. Or why it cannot be.
 */
export const runnableBoard = (board: Board, palette: Palette, rps: number | undefined): Design | string => {
  const document = withWorkload(board, palette, rps);
  if (typeof document === 'string') return document;
  const { design, findings } = readCalls(document, palette);
  if (design) return toldNothing(design);
  return findings.find(({ severity }) => severity === 'error')?.message ?? 'The board cannot be read.';
};

/** What is sent to those who ask makes them ask nothing more. */
const toldNothing = (design: Design): Design => {
  const clients = new Set(design.components.flatMap(({ id, kind }) => (kind === 'client' ? [id] : [])));
  return { ...design, connections: design.connections.filter(({ to }) => !clients.has(to)) };
};

const withWorkload = (board: Board, palette: Palette, rps: number | undefined): Document | string => {
  const { components, connections, required } = board;
  const drawn = { name: 'board', components, connections };
  if (required && required.workloads.length > 0) return { ...drawn, ...required };
  if (rps === undefined) return NO_RATE;
  const objectives = required?.objectives ?? [];
  const workload = { name: ARRIVING, rps, arrivals: 'poisson' };
  // What a box is may stand in its name alone.
  const design = readBoard(board, palette).design ?? { components, connections };
  const client = busiestClient(design);
  if (client !== undefined) return { ...drawn, objectives, workloads: [{ ...workload, from: client }] };
  const reached = new Set(design.connections.map(({ to }) => to));
  const boxes = design.components.filter(({ kind }) => kind !== 'client');
  const first = boxes.find(({ id }) => !reached.has(id)) ?? boxes[0];
  if (!first) return NOTHING_SERVES;
  const taken = new Set(components.map(({ id }) => id));
  const users = taken.has(USERS) ? `${USERS} of it` : USERS;
  return {
    ...drawn,
    objectives,
    components: [...components, { id: users, kind: 'client', name: USERS }],
    connections: [...connections, { id: `${users}->${first.id}`, from: users, to: first.id }],
    workloads: [{ ...workload, from: users }],
  };
};

/** Of those who ask, the one from whom most of the board is reached: an app behind its users, a browser beside a cron job. */
const busiestClient = ({ components, connections }: Pick<Board, 'components' | 'connections'>) => {
  const calls = new Map<string, string[]>();
  for (const { from, to } of connections) calls.set(from, [...(calls.get(from) ?? []), to]);
  const reach = (id: string): number => {
    const seen = new Set([id]);
    for (const one of seen) for (const next of calls.get(one) ?? []) seen.add(next);
    return seen.size - 1;
  };
  return components
    .flatMap(({ id, kind }) => (kind === 'client' ? [{ id, reached: reach(id) }] : []))
    .filter(({ reached }) => reached > 0)
    .toSorted((a, b) => b.reached - a.reached)[0]?.id;
};

const NOTHING_SERVES = 'There is no box on the board that answers anything yet: draw one behind its users.';
