// Installs and builds what is missing, and only that: hashes of the lock file and of the sources tell. What is compiled
// in a dependency holds to Node-API, so that one install serves every Node.
// Runs before `npm start`, `npm test` and `dryrun`, in a bare clone too, so it imports nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE_WANTED = [20, 19];

/** What a build is made of; content is read when Dryrun runs. */
const SOURCES = ['packages', 'scripts/build.mjs', 'tsconfig.base.json', 'package-lock.json'];
const NOT_SOURCES = new Set(['dist', 'node_modules', 'testing']);

/** `for` what: `run` (dependencies and a build) or `test` (dependencies only; tests build what they need themselves). */
export const prepare = async (root, what) => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE_WANTED[0] || (major === NODE_WANTED[0] && minor < NODE_WANTED[1])) {
    throw new Error(
      `Dryrun needs Node ${NODE_WANTED.join('.')} or newer; this is ${process.versions.node}. Install a newer Node and run it again.`,
    );
  }
  await alone(root, () => {
    install(root);
    if (what === 'run') build(root);
  });
};

const install = (root) => {
  const lock = hashOf([join(root, 'package-lock.json')]);
  const stamp = join(root, 'node_modules', '.dryrun-lock');
  if (read(stamp) === lock) return;
  say('Installing what Dryrun needs (once) …');
  run(
    root,
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    'The dependencies could not be installed. Check the network and run it again.',
  );
  writeFileSync(stamp, lock);
};

const build = (root) => {
  const sources = hashOf(SOURCES.flatMap((path) => filesUnder(join(root, path))));
  const stamp = join(root, 'dist', '.dryrun-sources');
  if (read(stamp) === sources && existsSync(join(root, 'packages/web/dist/index.html'))) return;
  say('Building Dryrun …');
  run(
    root,
    process.execPath,
    [join(root, 'scripts/build.mjs')],
    'Dryrun could not be built; what stands above says why.',
  );
  writeFileSync(stamp, sources);
};

/** One at a time: two that start together would install over each other. */
const alone = async (root, work) => {
  const lock = join(root, '.dryrun-preparing');
  for (let waitedMs = 0; ; waitedMs += 200) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (fault) {
      // A folder that cannot be written to cannot be prepared by two either.
      if (fault.code !== 'EEXIST') return work();
      const owner = Number(read(lock));
      if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
      else if (waitedMs > 600_000)
        throw new Error(`Another Dryrun has been preparing for ten minutes. If none is, remove ${lock}.`, {
          cause: fault,
        });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
};

const run = (root, command, args, otherwise) => {
  const windows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows && command === 'npm',
  });
  if (error || status !== 0) throw new Error(otherwise);
};

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.has(name) && !name.endsWith('.test.ts'))
    .flatMap(({ name }) => filesUnder(join(path, name)));
};

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const say = (text) => process.stderr.write(`${text}\n`);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  prepare(root, process.argv[2] ?? 'run').catch((fault) => {
    say(fault.message);
    process.exit(1);
  });
}
