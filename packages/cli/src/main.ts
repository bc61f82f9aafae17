import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ContentFault, openHome } from '@dryrun/app';
import { UsageFault } from './commands.ts';
import { run } from './run.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export type Installed = {
  readonly root: string;
  readonly version: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
};

const terminal: Terminal = {
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
  writeFile: (path, content) => writeFile(path, content),
};

/** Every command but `start`. */
export const main = async ({ root, version, args, env }: Installed): Promise<ExitCode> => {
  const onFault = (fault: unknown) =>
    terminal.err(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  try {
    return await run({ args, version, terminal, open: () => openHome(env, join(root, 'content'), onFault) });
  } catch (fault) {
    if (fault instanceof ContentFault) terminal.err(fault.message);
    else if (fault instanceof Error && fault.name === 'StoreFault') terminal.err(fault.message);
    else throw fault;
    return 2;
  }
};
