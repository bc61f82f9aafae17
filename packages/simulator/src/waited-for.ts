/** What whoever asks waits for: along the calls that are waited for, and no further than where something is left to be done later. */
import type { Model } from './model.ts';

export const waitedFor = (
  {
    classes,
    edges,
    nodes,
  }: Pick<Model, 'classes' | 'edges'> & {
    readonly nodes: readonly { readonly out: readonly number[] }[];
  },
  of: number,
): ReadonlySet<number> => {
  const reached = new Set([classes[of]?.from ?? 0]);
  for (const node of reached)
    for (const e of nodes[node]?.out ?? []) {
      const edge = edges[e];
      if (edge?.sync && (edge.classes === undefined || edge.classes.includes(of))) reached.add(edge.to);
    }
  return reached;
};
