import type { Board, Palette } from '@dryrun/domain';
import type { ReadDesign } from './design.ts';
import { readDrawing } from './read-design.ts';

/** What is drawn on a board, as a design without workloads. A box that nobody can name is asked about. */
export const readBoard = ({ components, connections }: Board, palette: Palette): ReadDesign =>
  readDrawing({ name: 'board', components, connections }, palette);
