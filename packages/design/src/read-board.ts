import type { Board, Palette } from '@dryrun/domain';
import type { Design, ReadDesign } from './design.ts';
import { readDrawing } from './read-design.ts';

/** What is drawn on a board, as a design without workloads. A box that nobody can name is asked about. */
export const readBoard = ({ components, connections }: Board, palette: Palette): ReadDesign =>
  readDrawing({ name: 'board', components, connections }, palette);

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
  const { design, findings } = readDrawing(document, palette);
  if (design) return design;
  return findings.find(({ severity }) => severity === 'error')?.message ?? 'The board cannot be read.';
};

const withWorkload = (
  { components, connections, required }: Board,
  palette: Palette,
  rps: number | undefined,
) => {
  const drawn = { name: 'board', components, connections };
  if (required && required.workloads.length > 0) return { ...drawn, ...required };
  if (rps === undefined) return NO_RATE;
  const objectives = required?.objectives ?? [];
  const workload = { name: ARRIVING, rps, arrivals: 'poisson' };
  // What a box is may stand in its name alone.
  const read = readDrawing(drawn, palette).design?.components ?? components;
  const client = read.find(({ kind }) => kind === 'client');
  if (client) return { ...drawn, objectives, workloads: [{ ...workload, from: client.id }] };
  const reached = new Set(connections.map(({ to }) => to));
  const first = components.find(({ id }) => !reached.has(id));
  if (!first) return 'Nothing on the board is where requests come in.';
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

/** The one thing that a candidate can still say. */
export const NO_RATE = 'Nobody has said how many requests arrive.';
