import { createRoute, z } from '@hono/zod-openapi';
import { Problem } from './problems.ts';
import {
  Branches,
  Exporting,
  Forking,
  Imported,
  InterviewPath,
  Library,
  Listing,
  Named,
  NamedDebrief,
  Opening,
  Palette,
  PublicEventShape,
  Reference,
  Said,
  Sent,
  Versions,
  ViewShape,
} from './schemas.ts';

/** Every route as the OpenAPI document tells it; what each does is in `api.ts`. */

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } }, required: true },
});
const problems = (description: string) => ({
  content: { 'application/problem+json': { schema: Problem } },
  description,
});
const wrong = { '4XX': problems('Not done; `detail` says what was expected, what was found, what to do.') };

export const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether Dryrun answers, and which version',
  responses: { 200: json(z.object({ status: z.literal('ok'), version: z.string() }), 'It does.') },
});

export const library = createRoute({
  method: 'get',
  path: '/api/library',
  summary: 'Systems, levels and formats, and what of the product is here so far',
  responses: { 200: json(Library, 'The library.') },
});

export const palette = createRoute({
  method: 'get',
  path: '/api/palette',
  summary: 'What a box on a board can be, and what can be set on it',
  responses: {
    200: json(Palette, 'The palette.'),
  },
});

export const said = createRoute({
  method: 'get',
  path: '/api/said',
  summary: 'In which interviews words were said',
  request: { query: z.object({ words: z.string().min(1).max(200) }) },
  responses: { 200: json(Said, 'Where they were said.'), ...wrong },
});

export const list = createRoute({
  method: 'get',
  path: '/api/interviews',
  summary: 'The interviews kept here, newest first',
  responses: { 200: json(Listing, 'The list.') },
});

export const open = createRoute({
  method: 'post',
  path: '/api/interviews',
  summary: 'Open an interview',
  request: body(Opening),
  responses: { 201: json(Named, 'It has begun.'), ...wrong },
});

export const view = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}',
  summary: 'What the candidate sees, now or as of a version',
  request: {
    params: InterviewPath,
    query: z.object({ version: z.coerce.number().int().positive().optional() }),
  },
  responses: { 200: json(ViewShape, 'The view.'), ...wrong },
});

export const command = createRoute({
  method: 'post',
  path: '/api/interviews/{interview}/commands',
  summary: 'Say or do something; applied once, however often it is sent with the same id',
  request: { params: InterviewPath, ...body(Sent) },
  responses: { 200: json(Versions, 'Applied.'), ...wrong },
});

export const events = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}/events',
  summary: 'What becomes visible, as server-sent events; resumes after `Last-Event-ID`',
  request: {
    params: InterviewPath,
    query: z.object({ after: z.coerce.number().int().nonnegative().optional() }),
    headers: z.object({ 'last-event-id': z.string().optional() }),
  },
  responses: {
    200: {
      content: { 'text/event-stream': { schema: PublicEventShape } },
      description: 'One message for each public event.',
    },
    ...wrong,
  },
});

export const fork = createRoute({
  method: 'post',
  path: '/api/interviews/{interview}/forks',
  summary: 'Answer again from a moment: another interview that begins like this one',
  request: { params: InterviewPath, ...body(Forking) },
  responses: { 201: json(Named, 'The other interview.'), ...wrong },
});

export const branches = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}/branches',
  summary: 'The interviews that begin like this one, and up to where',
  request: { params: InterviewPath },
  responses: { 200: json(Branches, 'The branches, in the order of where they begin.'), ...wrong },
});

export const debrief = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}/debrief',
  summary: 'What a closed interview showed, with its evidence',
  request: { params: InterviewPath },
  responses: { 200: json(NamedDebrief, 'The newest debrief.'), ...wrong },
});

export const reference = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}/reference',
  summary: 'What the interviewer of a closed interview knew: reference answers and designs',
  request: { params: InterviewPath },
  responses: { 200: json(Reference, 'The reference; empty where there is no sheet.'), ...wrong },
});

export const exported = createRoute({
  method: 'get',
  path: '/api/interviews/{interview}/export',
  summary:
    'A closed interview as a file: all of it to bring in again, or debrief, conversation and board to read',
  request: { params: InterviewPath, query: Exporting },
  responses: {
    200: {
      description: 'The file. `dryrun-redacted` says, percent-encoded, how much was redacted.',
      content: {
        'application/json': { schema: z.looseObject({ format: z.literal('dryrun-interview') }) },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    ...wrong,
  },
});

export const imported = createRoute({
  method: 'post',
  path: '/api/imports',
  summary: 'Bring in an exported interview',
  request: body(z.looseObject({}).openapi('InterviewFile')),
  responses: { 200: json(Imported, 'It was here already.'), 201: json(Imported, 'It is here.'), ...wrong },
});

export const remove = createRoute({
  method: 'delete',
  path: '/api/interviews/{interview}',
  summary: 'Delete an interview; nothing of it is left',
  request: { params: InterviewPath },
  responses: { 204: { description: 'It is gone.' }, ...wrong },
});
