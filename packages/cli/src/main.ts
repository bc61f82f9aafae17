import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  ContentFault,
  createAuthoring,
  findChromium,
  openHome,
  openVirtualHome,
  printPdf,
} from '@dryrun/app';
import { UsageFault } from './command.ts';
import { progressLine } from './progress.ts';
import { run } from './run.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export type Installed = {
  readonly root: string;
  readonly version: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

const terminalOf = (env: Installed['env']): Terminal => ({
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  stdin: () => text(process.stdin),
  readFile: async (path) => {
    try {
      return await readFile(path, 'utf8');
    } catch (fault) {
      throw new UsageFault(
        `${path} cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`,
      );
    }
  },
  ...(process.stdout.isTTY ? {} : { bytes: (content) => void process.stdout.write(content) }),
  writeFile: async (path, content) => {
    try {
      await writeFile(path, content);
    } catch (fault) {
      throw new UsageFault(
        `${path} cannot be written: ${fault instanceof Error ? fault.message : String(fault)}.`,
      );
    }
  },
  print: async (html) => {
    const chromium = findChromium(env);
    return chromium.done ? printPdf(html, chromium.value) : chromium;
  },
  get live() {
    return {
      input: process.stdin,
      output: process.stdout,
      screen: Boolean(process.stdin.isTTY && process.stdout.isTTY) && env['TERM'] !== 'dumb',
      colour: Boolean(process.stdout.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
      columns: () => process.stdout.columns || 80,
    };
  },
});

/** For a person: where standard error goes elsewhere, nothing is drawn. */
const progressOf = (env: Installed['env']) =>
  process.stderr.isTTY && env['TERM'] !== 'dumb'
    ? progressLine({
        write: (text) => void process.stderr.write(text),
        columns: () => process.stderr.columns || 80,
        nowMs: () => performance.now(),
      })
    : undefined;

/** Every command but `start`. */
export const main = async ({ root, version, args, env }: Installed): Promise<ExitCode> => {
  // Whoever reads no further (`| head`) has what they wanted.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
    process.exit(0);
  });
  const terminal = terminalOf(env);
  const content = join(root, 'content');
  const onFault = (fault: unknown) =>
    terminal.err(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  try {
    const homes = {
      open: () => openHome(env, content, onFault),
      openVirtual: () => openVirtualHome(env, content, onFault),
    };
    const today = () => new Date().toISOString().slice(0, 10);
    return await run({
      args,
      version,
      terminal,
      homes,
      authoring: () => createAuthoring(content, today),
      progress: progressOf(env),
    });
  } catch (fault) {
    if (fault instanceof ContentFault) terminal.err(fault.message);
    else if (fault instanceof Error && fault.name === 'StoreFault') terminal.err(fault.message);
    else throw fault;
    return 2;
  }
};
