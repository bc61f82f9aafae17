/** The one place that asks the server. */
import { ApiProblem } from './api-problem.ts';

type Request<Answer> = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Sent as JSON; a text is JSON already. */
  readonly body?: object | string;
  readonly signal?: AbortSignal | undefined;
  /** Tells our answer from somebody else's. */
  readonly isAnswer: (body: unknown) => body is Answer;
};

export const request = async <Answer>({ isAnswer, ...asking }: Request<Answer>): Promise<Answer> => {
  const { response, expected } = await asked(asking);
  const answer: unknown = await response.json().catch(() => undefined);
  asking.signal?.throwIfAborted();
  if (!response.ok) throw refused(expected, response.status, answer);
  if (isAnswer(answer)) return answer;
  throw new ApiProblem(expected, 'one that this page cannot read', RELOAD_OR_RESTART);
};

/** A file, and what the server says was left out of it. */
export const requestFile = async (
  path: string,
): Promise<{ readonly content: Blob; readonly redacted: string | undefined }> => {
  const { response, expected } = await asked({ path, accept: '*/*' });
  if (!response.ok) throw refused(expected, response.status, await response.json().catch(() => undefined));
  const redacted = response.headers.get('dryrun-redacted');
  return {
    content: await response.blob(),
    redacted: redacted === null ? undefined : decodeURIComponent(redacted),
  };
};

type Asking = Omit<Request<unknown>, 'isAnswer'> & { readonly accept?: string };

const asked = async ({ method = 'GET', path, body, signal, accept = 'application/json' }: Asking) => {
  const expected = `an answer from ${location.origin}${path}`;
  const response = await fetch(path, {
    method,
    headers: { accept, ...(body === undefined ? {} : JSON_BODY) },
    body: typeof body === 'object' ? JSON.stringify(body) : (body ?? null),
    signal: signal ?? null,
  }).catch((reason: unknown) => {
    if (signal?.aborted) throw reason;
    throw new ApiProblem(expected, 'nobody listening there', START_AGAIN);
  });
  return { response, expected };
};

/** Whether a value is an object whose field passes a test. */
export const hasField =
  <Answer>(name: keyof Answer & string, test: (value: unknown) => boolean) =>
  (body: unknown): body is Answer =>
    typeof body === 'object' && body !== null && test(Reflect.get(body, name));

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isNothing = (body: unknown): body is undefined => body === undefined;

const JSON_BODY = { 'content-type': 'application/json' };

const START_AGAIN = 'Start Dryrun again in the folder it lives in (npm start), then try once more.';
const CHANGE_IT = 'Change what is named there, then try once more.';
const RELOAD_OR_RESTART =
  'Try once more. If it stays so, stop Dryrun, start it again, and read what it prints.';

/** In the server's own words where it sent problem details (RFC 9457), by its status otherwise. */
const refused = (expected: string, status: number, answer: unknown): ApiProblem => {
  const { title, detail, type } = fieldsOf(answer);
  const said = [title, detail].filter((part) => part !== undefined && part !== '');
  const code = type?.replace(/^urn:dryrun:/, '');
  const todo = status < 500 ? CHANGE_IT : RELOAD_OR_RESTART;
  return new ApiProblem(expected, [`status ${status}`, ...said].join(': '), todo, { status, code, detail });
};

const fieldsOf = (answer: unknown) => {
  const field = (name: string) => {
    const value: unknown =
      typeof answer === 'object' && answer !== null ? Reflect.get(answer, name) : undefined;
    return isText(value) ? value : undefined;
  };
  return { title: field('title'), detail: field('detail'), type: field('type') };
};
