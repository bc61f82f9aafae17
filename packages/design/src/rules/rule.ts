import type { Design, DesignFinding } from '../design.ts';
import type { Graph } from './graph.ts';

/** What a rule finds; the code is its own and is added by whoever asks it. */
export type Found = Omit<DesignFinding, 'code'>;

export type Rule = {
  readonly code: string;
  readonly find: (design: Design, graph: Graph) => readonly Found[];
};
