/**
 * A throw-away PostgreSQL of the machine's own: a cluster in a temporary folder, on a free port of the loopback, with
 * its socket in that folder, stopped and removed on `dispose`. Commands are taken from Debian's versioned folder: a
 * shell's PATH may hold another `initdb` that does not fit.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export type Server = {
  readonly url: (database: string) => string;
  /** A new, empty database; returns its address. */
  createDatabase(): Promise<string>;
  /** SIGKILL to the postmaster and every process of its: what a power cut leaves of a server, but for the disk's cache. */
  kill(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
};

const PROGRAMS = '/usr/lib/postgresql';
const START_MS_MAX = 30_000;

/** The folder of the newest PostgreSQL installed, if there is one. */
export const findPostgres = (): string | undefined =>
  (existsSync(PROGRAMS) ? readdirSync(PROGRAMS) : [])
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(PROGRAMS, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));

/** @param settings as `-c` takes them: `fsync=off`. */
export const startPostgres = async (settings: readonly string[] = []): Promise<Server | undefined> => {
  const programs = findPostgres();
  if (!programs) return undefined;
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'dryrun-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  const initdb = [
    '-D',
    data,
    '-U',
    'dryrun',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  execFileSync(join(programs, 'initdb'), initdb, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const port = await freePort();
  const url = (database: string) => `postgres://dryrun@127.0.0.1:${port}/${database}`;
  let postmaster: ChildProcess | undefined;
  let ended = Promise.resolve();
  let databases = 0;

  const start = async () => {
    const places = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
    const child = spawn(
      join(programs, 'postgres'),
      ['-D', data, ...[...places, ...settings].flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let said = '';
    child.stderr.on('data', (part) => {
      said = (said + String(part)).slice(-2_000);
    });
    ended = new Promise((resolve) => child.once('exit', () => resolve()));
    postmaster = child;
    await untilAnswers(url('postgres'), () => (child.exitCode === null ? undefined : said));
  };

  const kill = async () => {
    // Children first would let the postmaster notice and begin to recover; so it goes first, and they cannot go on for long.
    const pids = postmaster?.pid ? [postmaster.pid, ...childrenOf(postmaster.pid)] : [];
    for (const pid of pids) killQuietly(pid);
    await ended;
    await untilGone(pids);
  };

  await start();
  return {
    url,
    start,
    kill,
    createDatabase: async () => {
      databases += 1;
      const name = `test_${databases}`;
      await runOnce(url('postgres'), `create database ${name}`);
      return url(name);
    },
    dispose: async () => {
      postmaster?.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const runOnce = async (url: string, statement: string): Promise<pg.QueryResult> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
};

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
const serverUser = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('Expected a port.')),
      );
    });
  });

const untilAnswers = async (url: string, ended: () => string | undefined): Promise<void> => {
  const until = performance.now() + START_MS_MAX;
  for (;;) {
    try {
      await runOnce(url, 'select 1');
      return;
    } catch (error) {
      const said = ended();
      if (said !== undefined) throw new Error(`PostgreSQL ended while it started: ${said}`, { cause: error });
      if (performance.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself a moment ago.
  }
};

/** A new postmaster refuses to start while one process of the old one is still attached to its memory. */
const untilGone = async (pids: readonly number[]): Promise<void> => {
  const alive = (pid: number) => existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readState(pid));
  while (pids.some(alive)) await new Promise((resolve) => setTimeout(resolve, 5));
};

const readState = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return ') Z ';
  }
};
