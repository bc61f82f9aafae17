import type { Catalogue } from '@dryrun/content';
import { candidateSystem } from '@dryrun/content';
import type { z } from '@hono/zod-openapi';
import type { Library } from './schemas.ts';

/** What works today, and what does not yet: the first page says so, and nothing is listed that is not true. */
const HERE = [
  {
    name: 'The log',
    ready: true,
    note: 'Interviews are kept as logs: nothing you typed is lost, any moment can be returned to.',
  },
  {
    name: 'The interviewer’s course',
    ready: true,
    note: 'Five formats with their phases, minutes and questions, over HTTP; no page or terminal to sit in yet.',
  },
  {
    name: 'The systems',
    ready: true,
    note: '43 systems by name and problem. None has its fact sheet yet, so facts you ask for are not answered.',
  },
  {
    name: 'Hearing your design',
    ready: false,
    note: 'Requests (“give me a minute”) are understood; what you say about a design is kept but not read yet.',
  },
  {
    name: 'Running your board',
    ready: false,
    note: 'Boards are kept stroke by stroke; they do not run under load yet.',
  },
  { name: 'The debrief', ready: false, note: 'No marks are given yet.' },
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
