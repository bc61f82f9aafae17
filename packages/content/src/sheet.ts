import type { Mistake, Sheet } from '@dryrun/domain';
import type { Scenario } from './scenario.ts';
import type { Concept } from './shared-files.ts';

/** What an interview is held with: everything of a scenario that an interviewer needs and nothing retired. */
export const sheetOf = (scenario: Scenario, concepts: readonly Concept[]): Sheet => {
  const { brief, facts, items, twists, levels } = scenario;
  const used = new Set(items?.value.items.map(({ concept }) => concept));
  const mistake = ({ id, says, heard, because }: Mistake): Mistake => ({ id, says, heard, because });
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
    concepts: concepts
      .filter(({ id, retired }) => used.has(id) && !retired)
      .map(({ id, name, said, explained, mistakes }) => ({
        id,
        name,
        said,
        explained,
        mistakes: mistakes.map(mistake),
      })),
    skips: items?.value.skips ?? [],
    challenges: items?.value.challenges ?? [],
    mistakes: (items?.value.mistakes ?? []).map(mistake),
    twists: current(twists?.value.twists).map(({ id, kind, says, from, breaks, answered }) => ({
      id,
      kind,
      says,
      from,
      breaks,
      answered,
    })),
    moments: levels?.value.moments ?? [],
  };
};

const current = <Entry extends { readonly retired?: true | undefined }>(
  entries: readonly Entry[] | undefined,
) => (entries ?? []).filter(({ retired }) => !retired);
