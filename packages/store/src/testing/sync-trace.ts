/**
 * What a process wrote, synced and said, from what strace saw of it. An acknowledgement is honest where every byte
 * written to the log before it has been synced:
 *
 *     pwrite64(20<…-wal>, …)   fsync(20<…-wal>) = 0   write(1<pipe>, "ack 7\n", 6)      honest
 *     pwrite64(20<…-wal>, …)                          write(1<pipe>, "ack 8\n", 6)      a power cut here loses 8
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const STRACE = '/usr/bin/strace';

export const findStrace = (): boolean => existsSync(STRACE);

/** Runs the writer of `sync-writer.ts` under strace. @returns what strace wrote. */
export const traceWriter = async (folder: string, synchronous: 'FULL' | 'NORMAL'): Promise<string> => {
  const trace = join(folder, 'trace.txt');
  const calls = 'trace=pwrite64,pwritev,pwritev2,write,writev,fsync,fdatasync,sync_file_range';
  const node = [
    process.execPath,
    await bundle(new URL('./sync-writer.ts', import.meta.url), folder),
    join(folder, 'data'),
    synchronous,
  ];
  const options = ['-f', '-y', '-e', calls, '-o', trace];
  const { status, stderr } = spawnSync(STRACE, [...options, ...node], { encoding: 'utf8' });
  if (status === 0) return readFileSync(trace, 'utf8');
  throw new Error(`Expected the writer to end well under strace, found status ${status}: ${stderr}`);
};

export type Honesty = {
  readonly acknowledgements: number;
  /** Acknowledged while something written to the log was not synced yet. */
  readonly unsynced: readonly string[];
  readonly syncs: number;
};

export const honestyOf = (trace: string, suffix: string): Honesty => {
  const unsynced: string[] = [];
  const syncing = new Set<string>();
  let acknowledgements = 0;
  let syncs = 0;
  let dirty = false;
  for (const line of trace.split('\n')) {
    const call = /^(\d+) +(?:<\.\.\. )?(\w+)(?:\((\d+)<([^>]*)>| resumed)/.exec(line);
    if (!call) continue;
    const [, pid = '', name = '', descriptor = '', path = ''] = call;
    const ofLog = path.endsWith(suffix);
    if (name.startsWith('fsync') || name.startsWith('fdatasync')) {
      // With several threads a call may be cut in two lines; it counts when it has returned.
      if (line.endsWith('<unfinished ...>')) {
        if (ofLog) syncing.add(pid);
      } else if ((ofLog || syncing.delete(pid)) && line.endsWith('= 0')) {
        dirty = false;
        syncs += 1;
      }
    } else if (ofLog && /write/.test(name)) dirty = true;
    else if (name === 'write' && descriptor === '1') {
      const said = /"(ack \d+)/.exec(line)?.[1];
      if (said === undefined) continue;
      acknowledgements += 1;
      if (dirty) unsynced.push(said);
    }
  }
  return { acknowledgements, unsynced, syncs };
};
