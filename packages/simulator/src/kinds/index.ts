/**
 * What a kind makes of its settings beyond those that all components share. A kind that is not in the table is a generic
 * server of its settings.
 *
 *     settings ─▶ what works alike for every kind (batches, hours, …)
 *                 and then what is the kind's own (a language model's server, an index's recall and memory, …)
 */
import type { Values } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Node, WorkClass } from '../model.ts';
import { llmServer } from './llm-server.ts';
import { worksBy } from './works.ts';

/** What can follow from the kind: the rest of a node is the same for all. */
export type Sized = Partial<
  Pick<
    Node,
    | 'service'
    | 'servers'
    | 'work'
    | 'hours'
    | 'ready'
    | 'window'
    | 'stops'
    | 'errorRate'
    | 'pricePerRequest'
    | 'facts'
    | 'notes'
  >
>;

export type Around = { readonly palette: Palette; readonly classes: readonly WorkClass[] };

type Sizing = (settings: Values, around: Around) => Sized;

const KINDS: Readonly<Record<string, Sizing>> = {
  'llm-server': llmServer,
};

export const kindOf = (kind: string, settings: Values, around: Around): Sized => {
  const shared = worksBy(settings);
  const own = KINDS[kind]?.(settings, around) ?? {};
  return { ...shared, ...own, notes: [...(shared.notes ?? []), ...(own.notes ?? [])] };
};
