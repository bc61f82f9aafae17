#!/usr/bin/env node
// `dryrun`: installs and builds what is missing, then runs. Plain JavaScript with nothing to import but Node, so that it
// works in a bare clone.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from '../scripts/prepare.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...rest] = process.argv.slice(2);

try {
  await prepare(root, 'run');
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}

// `dryrun`, `dryrun start` and `dryrun --port 4000` serve; everything else is the terminal's.
const serves =
  command === undefined ||
  command === 'start' ||
  (command.startsWith('-') && !/^(-h|--help|-v|--version)$/.test(command));
const args = command === undefined || command === 'start' ? rest : [command, ...rest];
const { main } = await import(pathToFileURL(join(root, 'dist', serves ? 'server.mjs' : 'cli.mjs')).href);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
process.exitCode = await main({ root, version, args, env: process.env });
