// `npm test`: every check there is, cheapest first; all of them run, and the summary says which failed.
// A name runs one of them: `npm test -- unit`. What follows `--` goes to it: `npm test -- unit packages/text`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => `${root}node_modules/.bin/${name}`;

const CHECKS = {
  types: [
    [bin('tsc'), '-p', 'tsconfig.pure.json'],
    [bin('tsc'), '-p', 'tsconfig.json'],
    [bin('tsc'), '-p', 'tsconfig.web.json'],
    [bin('tsc'), '-p', 'tsconfig.e2e.json'],
  ],
  format: [[bin('biome'), 'check', '.']],
  lint: [[bin('oxlint'), '--deny-warnings', '.']],
  knip: [[bin('knip'), '--no-progress']],
  // Two at a time also where vitest would leave one of two processors alone; browsers are measured, and have theirs to themselves.
  unit: [[bin('vitest'), 'run', '--project', 'unit', '--maxWorkers=2']],
  int: [[bin('vitest'), 'run', '--project', 'int', '--maxWorkers=2']],
  e2e: [[bin('vitest'), 'run', '--project', 'e2e']],
};

const [only, ...rest] = process.argv.slice(2);
if (only !== undefined && !(only in CHECKS)) {
  process.stderr.write(
    `There is no check “${only}”: expected one of ${Object.keys(CHECKS).join(', ')}, or nothing for all.\n`,
  );
  process.exit(2);
}

const results = Object.keys(CHECKS)
  .filter((name) => only === undefined || name === only)
  .map((name) => {
    const began = performance.now();
    process.stdout.write(`\n── ${name}\n`);
    const failed = CHECKS[name].some(([command, ...args]) => {
      const { status, error } = spawnSync(command, [...args, ...rest], {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
      if (error) process.stderr.write(`${error.message}\n`);
      return status !== 0;
    });
    return { name, failed, seconds: (performance.now() - began) / 1000 };
  });

process.stdout.write('\n');
for (const { name, failed, seconds } of results) {
  process.stdout.write(
    `${failed ? 'failed' : 'passed'}  ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s\n`,
  );
}
const failures = results.filter(({ failed }) => failed).length;
process.stdout.write(`\n${results.length - failures} passed, ${failures} failed\n`);
process.exit(failures === 0 ? 0 : 1);
