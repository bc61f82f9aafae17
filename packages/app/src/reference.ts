import type { ReferenceDesign } from '@dryrun/content';
import type { Sheet } from '@dryrun/domain';

/** What a candidate may read of a sheet once the interview is closed, field by field: answers, and designs that run. */
export type Reference = ReturnType<typeof referenceOf>;

export const referenceOf = (sheet: Sheet | undefined, designs: readonly ReferenceDesign[] = []) => ({
  moments: (sheet?.moments ?? []).map(({ id, moment, dimension, says: { L4, L5, L6, L7, principal } }) => ({
    id,
    moment,
    dimension,
    says: { L4, L5, L6, L7, principal },
  })),
  facts: (sheet?.facts ?? []).map(({ id, heading, answer }) => ({ id, heading, answer })),
  items: (sheet?.items ?? []).map(({ id, area, dimension, level, why }) => ({
    id,
    area,
    dimension,
    level,
    why,
  })),
  twists: (sheet?.twists ?? []).map(({ id, says, breaks, answered }) => ({
    id,
    says,
    breaks,
    answered: [...answered],
  })),
  designs: designs.map(({ id, text }) => ({ id, text })),
});
