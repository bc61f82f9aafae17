import type { Catalogue } from '@dryrun/content';
import { candidateSystem } from '@dryrun/content';
import type { z } from '@hono/zod-openapi';
import type { Library } from './schemas.ts';

/** What works today, and what does not yet: the first page says so, and nothing is listed that is not true. */
const HERE = [
  {
    name: 'The interview',
    ready: true,
    note: 'Five formats, here and in a terminal: phases, time, silences, requests, a proper close. Nothing typed is lost.',
  },
  {
    name: 'LLM serving at scale',
    ready: true,
    note: 'The first system with its sheet: facts when you ask, hints, a twist, follow-ups on what you said.',
  },
  {
    name: 'The other 42 systems',
    ready: true,
    note: 'Can be sat on the general course. Without a sheet, you are asked what you would assume.',
  },
  {
    name: 'The debrief',
    ready: true,
    note: 'A first one, honest and not clever: bands only on two quotes, no level yet. It says what it cannot read.',
  },
  {
    name: 'Hearing like an expert',
    ready: false,
    note: 'Names and reasons are heard in ways the sheet knows; much of what you say well is not understood yet.',
  },
  {
    name: 'Running your board',
    ready: false,
    note: 'Boards are kept stroke by stroke; they do not run under load yet.',
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
