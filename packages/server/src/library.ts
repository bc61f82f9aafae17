import type { Catalogue } from '@dryrun/content';
import { candidateSystem } from '@dryrun/content';
import type { z } from '@hono/zod-openapi';
import type { Library } from './schemas.ts';

/** What works today, and what does not yet: the first page says so, and nothing is listed that is not true. */
const HERE = [
  {
    name: 'The interview',
    ready: true,
    note: 'Five formats. It follows what you say and draw, in your own words, and keeps time. Nothing typed is lost.',
  },
  {
    name: 'The board',
    ready: true,
    note: 'Written or pasted beside the talk. Under the twist it runs, and you are told what broke.',
  },
  {
    name: 'The debrief',
    ready: true,
    note: 'Marks with the words they rest on, a level with its range, what would have moved it. You can object.',
  },
  {
    name: 'The replay',
    ready: true,
    note: 'Any moment as it was; answer again from there, and read both debriefs side by side.',
  },
  {
    name: 'LLM serving at scale',
    ready: true,
    note: 'Has its sheet of facts. The other 42 have none yet: there you say what you assume.',
  },
  {
    name: 'Sheets for the others',
    ready: false,
    note: 'Facts, challenges and reference designs of their own.',
  },
  {
    name: 'A model behind it',
    ready: false,
    note: 'Any language model may word and read for the interviewer; today all of it is built in.',
  },
] as const;

export const libraryOf = (catalogue: Catalogue, version: string): z.infer<typeof Library> => ({
  version,
  here: [...HERE],
  systems: catalogue.systems
    .map(candidateSystem)
    .map((system) => ({ ...system, aliases: [...system.aliases] })),
  levels: catalogue.levels.map(({ id, title, distinction }) => ({ id, title, distinction })),
  formats: catalogue.formats.map(({ id, title, opening, phases }) => ({
    id,
    title,
    opening,
    minutes: sum(phases.map(minutesOf)),
    phases: phases.map((phase) => ({ id: phase.id, title: phase.title, minutes: minutesOf(phase) })),
  })),
});

const minutesOf = ({ budgetMs }: { readonly budgetMs: number }) => budgetMs / 60_000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
