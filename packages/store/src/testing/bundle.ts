/**
 * A program of these tests as one file: it starts in a fifth of the time that `tsx` takes to read each module, which
 * matters where two hundred processes are started only to be killed.
 */
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @returns the path of the bundle in `folder`. */
export const bundle = async (program: URL, folder: string): Promise<string> => {
  const outfile = join(folder, `${basename(program.pathname, '.ts')}.mjs`);
  const { resolve } = createRequire(import.meta.url);
  await build({
    entryPoints: [fileURLToPath(program)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    plugins: [
      {
        name: 'native and CommonJS packages stay where they are',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^(@photostructure\/sqlite|pg)$/ }, ({ path }) => ({
            path: pathToFileURL(resolve(path)).href,
            external: true,
          }));
        },
      },
    ],
  });
  return outfile;
};
