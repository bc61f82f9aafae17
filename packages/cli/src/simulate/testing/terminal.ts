/** `dryrun simulate …` in this process, on files that are texts in memory: what it printed, and how it ended. */
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { createAuthoring } from '@dryrun/app';
import { UsageFault } from '../../command.ts';
import { run } from '../../run.ts';

const CONTENT = join(import.meta.dirname, '../../../../../content');

export type Said = { readonly code: number; readonly out: string; readonly err: string };

export const terminalWith =
  (files: Readonly<Record<string, string>>, progress?: (line: string) => void) =>
  async (...args: readonly string[]): Promise<Said> => {
    const out: string[] = [];
    const err: string[] = [];
    const nothing = () => {
      throw new Error('No home is opened.');
    };
    const code = await run({
      args: ['simulate', ...args],
      version: '1.2.3',
      terminal: {
        out: (text) => void out.push(text),
        err: (text) => void err.push(text),
        stdin: async () => files['-'] ?? '',
        readFile: async (path) => {
          const text = files[path];
          if (text === undefined) throw new UsageFault(`${path} cannot be read.`);
          return text;
        },
        writeFile: async () => {},
        print: () => Promise.reject(new Error('Nothing is printed here.')),
        live: {
          input: new PassThrough(),
          output: new PassThrough(),
          screen: false,
          colour: false,
          columns: () => 80,
        },
      },
      homes: { open: nothing, openVirtual: nothing },
      authoring: () => createAuthoring(CONTENT, () => '2026-11-26'),
      progress,
    });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
