/**
 * Errors as problem documents (RFC 9457). Every HTTP status of an error is in this file: refusals of the domain by
 * their code, and what is wrong with a request itself.
 */
import type { Refusal } from '@dryrun/domain';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ClientErrorStatusCode } from 'hono/utils/http-status';

export const Problem = z
  .object({
    type: z.string().openapi({ example: 'urn:dryrun:paused' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof Problem>;

const OF_REFUSALS: Readonly<Record<string, ClientErrorStatusCode>> = {
  'unknown-interview': 404,
  'not-open': 404,
  'already-open': 409,
  closed: 409,
  paused: 409,
  'phase-over': 409,
  'not-paused': 409,
  'fork-after-close': 409,
  'still-open': 409,
  exists: 409,
  'not-awaited': 409,
  'not-closed': 409,
  'not-written': 409,
};
/** A refusal of what was sent, rather than of the moment it was sent in. */
const UNPROCESSABLE = 422;

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  403: 'This page may not talk to Dryrun',
  404: 'Not here',
  405: 'Not done to this',
  409: 'Not now',
  413: 'Too much at once',
  415: 'Not a form Dryrun reads',
  421: 'Not this host',
  422: 'Something in the request does not fit',
  500: 'A fault in Dryrun',
};

export const problem = <Status extends ClientErrorStatusCode | 500 = ClientErrorStatusCode>(
  context: Context,
  status: Status,
  code: string,
  detail: string,
  errors?: Problem['errors'],
) => {
  const body: Problem = { type: `urn:dryrun:${code}`, title: TITLES[status] ?? 'Refused', status, detail };
  const headers = { 'content-type': 'application/problem+json' };
  return context.json<Problem, Status>(errors ? { ...body, errors } : body, status, headers);
};

export const refusalProblem = (context: Context, { code, message }: Refusal) =>
  problem<ClientErrorStatusCode>(context, OF_REFUSALS[code] ?? UNPROCESSABLE, code, message);

/** What zod found wrong with a request, field by field. */
export const invalidProblem = (context: Context, error: z.core.$ZodError) => {
  const errors = error.issues.map((issue) => ({
    field: issue.path.map(String).join('.') || 'body',
    message: issue.message,
  }));
  const detail = errors.map(({ field, message }) => `“${field}”: ${message}`).join('; ');
  return problem(context, UNPROCESSABLE, 'invalid', `${detail}.`, errors);
};
