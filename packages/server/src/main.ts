import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ContentFault, homeFolder, openHome } from '@dryrun/app';
import { StoreFault } from '@dryrun/store';
import { serve } from './serve.ts';

export type Installed = {
  /** The folder Dryrun is installed in: `content` and the built page are under it. */
  readonly root: string;
  readonly version: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

const DEFAULT_PORT = 4310;
const USAGE = `Usage: dryrun start [--port ${DEFAULT_PORT}] [--host 127.0.0.1]

Starts Dryrun and prints its address. PORT sets the port too; DRYRUN_HOME the folder interviews are kept in;
DRYRUN_DATABASE a PostgreSQL to keep them in instead; DRYRUN_HOSTS further names the server is reached under.`;

/** `dryrun start`: answers with the exit code when it has stopped. */
export const main = async ({ root, version, args, env }: Installed): Promise<number> => {
  const wanted = wantedOf(args, env);
  if (typeof wanted === 'string') {
    process.stderr.write(`${wanted}\n\n${USAGE}\n`);
    return 2;
  }
  if (wanted.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const onFault = (fault: unknown) =>
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  try {
    const app = await openHome(env, join(root, 'content'), onFault);
    const hosts = new Set(
      (env['DRYRUN_HOSTS'] ?? '')
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    );
    const { host, port } = wanted;
    const serving = await serve({
      app,
      version,
      webFolder: join(root, 'packages/web/dist'),
      host,
      port,
      hosts,
      onFault,
    });
    if (port !== 0 && serving.port !== port) {
      process.stderr.write(`Port ${port} is in use; Dryrun took ${serving.port}.\n`);
    }
    if (!isLoopback(host)) {
      process.stderr.write(
        `Dryrun listens on ${host}: everybody who reaches this machine reaches your interviews.\n`,
      );
    }
    process.stdout.write(`Dryrun is at http://${host.includes(':') ? `[${host}]` : host}:${serving.port}\n`);
    await signalled();
    await serving.stop();
    return 0;
  } catch (fault) {
    return explained(fault, env);
  }
};

const wantedOf = (args: readonly string[], env: Installed['env']) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    const [extra] = positionals;
    if (extra !== undefined) return `Expected options only; found “${extra}”.`;
    const text = values.port ?? env['PORT'] ?? String(DEFAULT_PORT);
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65_535) return `Expected a port from 0 to 65535; found “${text}”.`;
    return { port, host: values.host, help: values.help };
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
};

/** Until somebody asks it to stop; asked twice, it stops at once. */
const signalled = () =>
  new Promise<void>((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });

const isLoopback = (host: string) => ['127.0.0.1', '::1', 'localhost'].includes(host);

const explained = (fault: unknown, env: Installed['env']): number => {
  if (fault instanceof StoreFault || fault instanceof ContentFault) {
    const where = env['DRYRUN_DATABASE']
      ? ''
      : `\nInterviews are kept in ${homeFolder(env)} (set DRYRUN_HOME to use another folder).`;
    process.stderr.write(`${fault.message}${fault instanceof StoreFault ? where : ''}\n`);
    return 2;
  }
  if (
    fault instanceof Error &&
    'code' in fault &&
    ['EACCES', 'EADDRNOTAVAIL', 'ENOSPC', 'EROFS'].includes(String(fault.code))
  ) {
    process.stderr.write(
      `Dryrun cannot start: ${fault.message}. Choose another port, host or DRYRUN_HOME.\n`,
    );
    return 2;
  }
  throw fault;
};
