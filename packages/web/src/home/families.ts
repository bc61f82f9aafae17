import { idSaid } from '@dryrun/domain';
import type { System } from '../base/api.ts';

export type Family = { readonly id: string; readonly title: string; readonly systems: readonly System[] };

/** As an index has them: families by title, and in each the systems by title. */
export const byFamily = (systems: readonly System[]): readonly Family[] =>
  [...new Set(systems.map(({ family }) => family))]
    .map((id) => ({
      id,
      title: idSaid(id),
      systems: systems.filter(({ family }) => family === id).sort(byTitle),
    }))
    .sort(byTitle);

const byTitle = (a: { readonly title: string }, b: { readonly title: string }) =>
  a.title.localeCompare(b.title, 'en');
