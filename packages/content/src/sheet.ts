import type { HeardConcept, Mistake, Sheet } from '@dryrun/domain';
import { parseQuantity } from '@dryrun/quantities';
import type { Scenario } from './scenario.ts';
import type { Concept } from './shared-files.ts';

const mistake = ({ id, says, heard, because }: Mistake): Mistake => ({ id, says, heard, because });

const heardBefore = new WeakMap<readonly Concept[], readonly HeardConcept[]>();

/** What the listener needs of concepts, without those that are retired; one list for one list, so that it is indexed once. */
export const heardConcepts = (concepts: readonly Concept[]): readonly HeardConcept[] => {
  const before = heardBefore.get(concepts);
  if (before) return before;
  const heard = concepts
    .filter(({ retired }) => !retired)
    .map(({ id, name, said, explained, mistakes }) => ({
      id,
      name,
      said,
      explained,
      mistakes: mistakes.map(mistake),
    }));
  heardBefore.set(concepts, heard);
  return heard;
};

/** What an interview is held with: everything of a scenario that an interviewer needs and nothing retired. */
export const sheetOf = (scenario: Scenario, concepts: readonly Concept[]): Sheet => {
  const { brief, facts, items, twists, levels } = scenario;
  const used = new Set(items?.value.items.map(({ concept }) => concept));
  return {
    opening: brief?.value ?? { vague: '', clear: '' },
    facts: current(facts?.value.facts).map(({ id, heading, asks, answer }) => ({
      id,
      heading,
      asks,
      answer,
    })),
    open: (facts?.value.open ?? []).map(({ heading, accept }) => ({ heading, accept })),
    items: current(items?.value.items).map(({ retired: _, ...item }) => item),
    concepts: heardConcepts(concepts.filter(({ id }) => used.has(id))),
    skips: items?.value.skips ?? [],
    challenges: items?.value.challenges ?? [],
    mistakes: (items?.value.mistakes ?? []).map(mistake),
    twists: current(twists?.value.twists).map(({ id, kind, says, from, breaks, answered, run }) => ({
      id,
      kind,
      says,
      from,
      breaks,
      answered,
      ...(run ? { run } : {}),
    })),
    moments: levels?.value.moments ?? [],
    ...peakOf(facts?.value.facts),
  };
};

/** What arrives in the busiest second, where a fact says it as a rate. */
const peakOf = (
  facts: readonly { readonly id: string; readonly quantity?: string | undefined }[] | undefined,
): { readonly peakRps?: number } => {
  const written = facts?.find(({ id }) => id === PEAK)?.quantity;
  const quantity = written === undefined ? undefined : parseQuantity(written);
  return quantity && typeof quantity !== 'string' ? { peakRps: quantity.value } : {};
};
const PEAK = 'peak-rps';

const current = <Entry extends { readonly retired?: true | undefined }>(
  entries: readonly Entry[] | undefined,
) => (entries ?? []).filter(({ retired }) => !retired);
