import type { App, Outcome } from '@dryrun/app';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { fileAnswer } from './file-answer.ts';
import { followed } from './followed.ts';
import { ownHostsOnly, safeHeaders } from './guards.ts';
import { libraryOf } from './library.ts';
import { invalidProblem, problem, refusalProblem } from './problems.ts';
import * as routes from './routes.ts';

export type ApiParts = {
  readonly app: App;
  readonly version: string;
  /** Names beside loopback's under which this server is meant to be reached. */
  readonly hosts?: ReadonlySet<string>;
  /** Aborted when the server stops: every open stream ends. */
  readonly stopping: AbortSignal;
  readonly onFault: (fault: unknown) => void;
};

const MIB = 2 ** 20;

/** HTTP ⇄ app. Nothing is decided here: each route calls one use case and tells its outcome. */
export const createApi = ({ app, version, hosts = new Set(), stopping, onFault }: ApiParts) => {
  const api = new OpenAPIHono({
    defaultHook: (result, context) => (result.success ? undefined : invalidProblem(context, result.error)),
  });

  api.use(safeHeaders);
  api.use(ownHostsOnly(hosts));
  api.use('/api/imports', limited(64 * MIB));
  api.use('/api/interviews', limited(MIB));
  api.use('/api/interviews/*', limited(MIB));
  api.use('/api/*', jsonOnly);

  api.openapi(routes.health, (context) => context.json({ status: 'ok' as const, version }, 200));
  api.openapi(routes.library, (context) => context.json(libraryOf(app.catalogue, version), 200));
  api.openapi(routes.palette, (context) => context.json(app.catalogue.palette, 200));
  api.openapi(routes.said, async (context) => {
    const { words } = context.req.valid('query');
    return context.json(
      { said: (await app.said(words)).map((one) => ({ ...one, words: [...one.words] })) },
      200,
    );
  });
  api.openapi(routes.list, async (context) => {
    const interviews = await app.list();
    return context.json({ interviews: interviews.map(({ wakeAt: _, ...listed }) => listed) }, 200);
  });
  api.openapi(routes.open, async (context) => {
    const { id, ...wish } = context.req.valid('json');
    return told(context, await app.open(wish, id), (value) => context.json(value, 201));
  });
  api.openapi(routes.view, async (context) => {
    const { interview } = context.req.valid('param');
    const { version: until } = context.req.valid('query');
    const view = await app.view(interview, until === undefined ? undefined : { version: until });
    if (!view) return refusalProblem(context, nobody(interview));
    return context.json(
      {
        ...view,
        turns: [...view.turns],
        moving: [...view.moving],
        notes: [...view.notes],
        runs: [...view.runs],
        contested: [...view.contested],
      },
      200,
    );
  });
  api.openapi(routes.command, async (context) => {
    const { interview } = context.req.valid('param');
    const { id, action } = context.req.valid('json');
    return told(context, await app.send(interview, action, id), (value) => context.json(value, 200));
  });
  api.openapi(routes.fork, async (context) => {
    const { interview } = context.req.valid('param');
    const { id, version: at } = context.req.valid('json');
    return told(context, await app.fork(interview, at, id), (value) => context.json(value, 201));
  });
  api.openapi(routes.branches, async (context) => {
    const { interview } = context.req.valid('param');
    return told(context, await app.branches(interview), (value) =>
      context.json({ branches: value.map((branch) => ({ ...branch })) }, 200),
    );
  });
  api.openapi(routes.debrief, async (context) => {
    const { interview } = context.req.valid('param');
    return told(context, await app.namedDebrief(interview), ({ debrief, hash, names }) =>
      context.json({ ...debrief, hash, names: { ...names } }, 200),
    );
  });
  api.openapi(routes.reference, async (context) => {
    const { interview } = context.req.valid('param');
    return told(context, await app.reference(interview), (value) => context.json(value, 200));
  });
  api.openapi(routes.exported, async (context) => {
    const { interview } = context.req.valid('param');
    const { to, redact, redactAlso, notes, inline } = context.req.valid('query');
    const wish = { to, redact: redact === 'true', redactAlso, notes: notes === 'true' };
    return told(context, await app.exportAs(interview, wish), (file) => fileAnswer(file, inline === 'true'));
  });
  api.openapi(routes.imported, async (context) =>
    told(context, await app.import(context.req.valid('json')), (value) =>
      value.already ? context.json(value, 200) : context.json(value, 201),
    ),
  );
  api.openapi(routes.remove, async (context) => {
    const { interview } = context.req.valid('param');
    return told(context, await app.remove(interview), () => context.body(null, 204));
  });
  api.openapi(routes.events, async (context) => {
    const { interview } = context.req.valid('param');
    if (!(await app.exists(interview))) return refusalProblem(context, nobody(interview));
    const resumed = Number(context.req.header('last-event-id'));
    const after =
      Number.isInteger(resumed) && resumed > 0 ? resumed : (context.req.valid('query').after ?? 0);
    return followed(context, (signal) => app.follow(interview, after, signal), stopping);
  });

  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Dryrun',
      version,
      description:
        'Interviews as logs: open one, say and draw, follow what becomes visible. Errors are problem documents (RFC 9457).',
    },
  });
  api.notFound((context) => unknownPath(context, api));
  api.onError((fault, context) => {
    if (fault instanceof HTTPException && fault.status === 400) {
      return problem(context, 400, 'not-json', 'Expected a JSON body; what came cannot be read as JSON.');
    }
    onFault(fault);
    return problem(
      context,
      500,
      'fault',
      'Something went wrong in Dryrun. What was acknowledged is kept; see its terminal for the fault.',
    );
  });
  return api;
};

const told = <Value, Answer extends Response>(
  context: Context,
  outcome: Outcome<Value>,
  tell: (value: Value) => Answer,
): Answer | ReturnType<typeof refusalProblem> =>
  outcome.done ? tell(outcome.value) : refusalProblem(context, outcome.refusal);

const nobody = (interview: string) => ({
  code: 'unknown-interview',
  message: `There is no interview “${interview}” here.`,
});

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (context) =>
      problem(
        context,
        413,
        'too-large',
        `Expected a body of at most ${maxSize / MIB} MiB. Send less at once.`,
      ),
  });

/** A body that says it is something else would be skipped by the reader of JSON, and then be “missing”. */
const jsonOnly = async (context: Context, next: () => Promise<void>) => {
  const type = context.req.header('content-type');
  const carries = ['POST', 'PUT', 'PATCH'].includes(context.req.method);
  if (carries && !/^application\/([\w.-]+\+)?json\b/i.test(type ?? '')) {
    return problem(
      context,
      415,
      'not-json',
      `Expected content-type application/json; found ${type ? `“${type}”` : 'none'}.`,
    );
  }
  return next();
};

const METHODS = ['GET', 'POST', 'DELETE'];

const unknownPath = (context: Context, api: OpenAPIHono) => {
  const { method, path } = context.req;
  const others = METHODS.filter(
    (other) =>
      other !== method &&
      api.router.match(other, path)[0].some(([[, route]]) => route.method === other && route.path !== '/*'),
  );
  if (others.length > 0) {
    const response = problem(
      context,
      405,
      'method',
      `Expected ${others.join(' or ')} at ${path}; found ${method}.`,
    );
    response.headers.set('allow', others.join(', '));
    return response;
  }
  return problem(
    context,
    404,
    'unknown-path',
    `There is nothing at ${path}. /openapi.json lists what is here.`,
  );
};
