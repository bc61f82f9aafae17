/**
 * What a kind makes of its settings beyond those that all components share. A kind that is not in the table is a generic
 * server of its settings.
 *
 *     settings ─▶ what works alike for every kind (batches, hours, …)
 *                 and then what is the kind's own (a language model's server, an index's recall and memory, …)
 */
import type { Values } from '@dryrun/design';
import { llmServer } from './llm-server.ts';
import type { Around, Sized, Sizing } from './sized.ts';
import { worksBy } from './works.ts';

const KINDS: Readonly<Record<string, Sizing>> = {
  'llm-server': llmServer,
};

export const kindOf = (kind: string, settings: Values, around: Around): Sized => {
  const shared = worksBy(settings);
  const own = KINDS[kind]?.(settings, around) ?? {};
  return { ...shared, ...own, notes: [...(shared.notes ?? []), ...(own.notes ?? [])] };
};
