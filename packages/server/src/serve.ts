import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@dryrun/app';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createApi } from './api.ts';

export type Serving = {
  readonly port: number;
  /** Takes no more requests, ends streams, lets what is under way finish, and closes the app. */
  readonly stop: () => Promise<void>;
};

export type ServeOptions = {
  readonly app: App;
  readonly version: string;
  readonly webFolder: string;
  readonly host: string;
  readonly port: number;
  readonly hosts?: ReadonlySet<string>;
  readonly onFault: (fault: unknown) => void;
};

/** How many ports after the wanted one are tried. */
const PORTS_TRIED = 50;
/** How long requests under way may take to finish when the server stops. */
const FAREWELL_MS = 5000;

export const serve = async ({
  app,
  version,
  webFolder,
  host,
  port,
  hosts,
  onFault,
}: ServeOptions): Promise<Serving> => {
  const stopping = new AbortController();
  const api = createApi({ app, version, stopping: stopping.signal, onFault, ...(hosts ? { hosts } : {}) });
  api.use(
    '/assets/*',
    serveStatic({
      root: webFolder,
      onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  api.get(
    '/*',
    serveStatic({ root: webFolder, onFound: (_, context) => context.header('cache-control', 'no-cache') }),
  );

  // The page's own paths are all the page: it finds its way by itself.
  const page = serveStatic({ root: webFolder, path: 'index.html' });
  api.get('/*', async (context, next) => {
    const { path } = context.req;
    const wanted =
      context.req.header('accept')?.includes('text/html') &&
      !path.startsWith('/api/') &&
      !/\.\w+$/.test(path);
    if (!wanted) return next();
    context.header('cache-control', 'no-cache');
    return page(context, next);
  });

  const server = createServer(getRequestListener(api.fetch));
  await app.start();
  const taken = await listen(server, host, port);
  return {
    port: taken,
    stop: async () => {
      stopping.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A stream that has ended leaves its connection open for the next request; there will be none.
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const late = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
      await closed;
      clearTimeout(late);
      clearInterval(idle);
      await app.stop();
    },
  };
};

/** The wanted port, or the next free one after it. */
const listen = async (
  server: ReturnType<typeof createServer>,
  host: string,
  port: number,
): Promise<number> => {
  for (let candidate = port; ; candidate++) {
    const taken = await new Promise<number | 'in-use'>((resolve, reject) => {
      const failed = (fault: NodeJS.ErrnoException) =>
        fault.code === 'EADDRINUSE' ? resolve('in-use') : reject(fault);
      server.once('error', failed);
      server.listen(candidate, host, () => {
        server.off('error', failed);
        resolve((server.address() as AddressInfo).port);
      });
    });
    if (taken !== 'in-use') return taken;
    if (port === 0 || candidate >= Math.min(65_535, port + PORTS_TRIED)) {
      throw new Error(`The ports ${port} to ${candidate} are all in use: name a free one with --port.`);
    }
  }
};
