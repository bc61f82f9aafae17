import type { Catalogue } from '@dryrun/content';
import type { Level } from '@dryrun/domain';
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
    name: 'A model behind it',
    ready: false,
    note: 'Any language model may word and read for the interviewer; today all of it is built in.',
  },
] as const;

export const libraryOf = (catalogue: Catalogue, version: string): z.infer<typeof Library> => ({
  version,
  here: [...HERE, sheetsHere(catalogue)].toSorted((a, b) => Number(b.ready) - Number(a.ready)),
  systems: catalogue.systems.map((system) => {
    const { aliases, ...told } = candidateSystem(system);
    return {
      ...told,
      aliases: [...aliases],
      hasSheet: catalogue.sheets.has(system.slug),
      levels: system.pool ? [...ASKED_AT[system.pool]] : [],
      guides: [...system.sources],
    };
  }),
  levels: catalogue.levels.map(({ id, title, distinction }) => ({ id, title, distinction })),
  formats: catalogue.formats.map(({ id, title, opening, phases }) => ({
    id,
    title,
    opening,
    minutes: sum(phases.map(minutesOf)),
    phases: phases.map((phase) => ({ id: phase.id, title: phase.title, minutes: minutesOf(phase) })),
  })),
});

/** At which levels a system is mostly asked, where its source says so. */
const ASKED_AT: Readonly<Record<'junior-mid' | 'senior' | 'staff-plus', readonly Level[]>> = {
  'junior-mid': ['L4'],
  senior: ['L5'],
  'staff-plus': ['L6', 'L7', 'principal'],
};

/** Counted, so that it stays true as sheets are written. */
const sheetsHere = ({ systems, sheets }: Catalogue) => {
  const having = systems.filter(({ slug }) => sheets.has(slug)).length;
  return {
    name: 'Fact sheets',
    ready: having === systems.length,
    note:
      having === systems.length
        ? 'Every system has its own facts, challenges and reference designs.'
        : `${having} of ${systems.length} systems ${having === 1 ? 'has its' : 'have their'} own. In the others you say what you assume.`,
  };
};

const minutesOf = ({ budgetMs }: { readonly budgetMs: number }) => budgetMs / 60_000;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
