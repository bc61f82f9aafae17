// Bundles server, terminal and the thread that simulates into dist/, beside each other, and the page into
// packages/web/dist. Dependencies stay outside the bundles.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as page } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Our own packages are bundled; what comes from the registry is found in node_modules when it runs. */
const registryOutside = {
  name: 'registry-outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@dryrun/') ? undefined : { path, external: true },
    );
  },
};

await rm(`${root}/dist`, { recursive: true, force: true });
await Promise.all([
  bundle({
    absWorkingDir: root,
    entryPoints: {
      server: 'packages/server/src/main.ts',
      cli: 'packages/cli/src/main.ts',
      'simulation-worker': 'packages/app/src/simulation-worker.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    splitting: true,
    sourcemap: true,
    legalComments: 'none',
    plugins: [registryOutside],
    logLevel: 'warning',
  }),
  page({ root: `${root}/packages/web`, logLevel: 'warn' }),
]);
