/**
 * `dryrun simulate --recording requests.jsonl --with meta.json`: a recorded run of an LLM server is replayed on a simulated
 * one, and the two are laid side by side.
 */
import { parseArgs } from 'node:util';
import { compareRecorded } from '@dryrun/simulator';
import { UsageFault } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { readRecording } from './recording-file.ts';
import { readMeta } from './recording-meta.ts';
import type { Tables } from './recording-meta.ts';
import { recordingText } from './recording-text.ts';
import type { Compared } from './recording-text.ts';

export const RECORDING_USAGE = `Usage: dryrun simulate --recording FILE --with META [--json]

  --recording FILE     requests as they came to an LLM server, one a line in JSON
  --with META          the server they came to: model, card and how it was
                       started, as one JSON object
  --json               print one JSON document; errors are relative: 0.05 is 5 %`;

export type RecordingWorld = {
  readonly terminal: Terminal;
  /** The cards and the models that are known by name. */
  readonly tables: () => Promise<Tables>;
};

export const isAboutRecording = (args: readonly string[]): boolean =>
  args.some((arg) => /^--(recording|with)(=|$)/.test(arg));

export const recording = async (args: readonly string[], world: RecordingWorld): Promise<ExitCode> => {
  const { terminal } = world;
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    terminal.out(RECORDING_USAGE);
    return 0;
  }
  try {
    terminal.out(await answered(read(args), world));
    return 0;
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\n${RECORDING_USAGE}`);
    return 2;
  }
};

type Asked = { readonly file: string; readonly meta: string; readonly json: boolean };

const read = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args);
  const { recording: file, with: meta, json = false } = values;
  if (file === undefined) throw new UsageFault('Expected --recording FILE beside --with; found none.');
  if (meta === undefined)
    throw new UsageFault('Expected --with META: the server that the recording was made on.');
  if (file === '-' && meta === '-')
    throw new UsageFault('Expected at most one “-”: standard input can be read once.');
  if (positionals.length > 0)
    throw new UsageFault(`Expected no design beside a recording; found “${positionals[0] ?? ''}”.`);
  return { file, meta, json };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        recording: { type: 'string' },
        with: { type: 'string' },
        json: { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
};

type Written = { readonly name: string; readonly text: string };

/** The whole of it, from two texts; what is wrong with them is a usage fault that names the file. */
export const compared = (meta: Written, recording: Written, tables: Tables): Compared => {
  const { options, model, gpu, dollarsPerCardHour } = readMeta(meta.text, meta.name, tables);
  const requests = readRecording(recording.text, recording.name);
  const result = compareRecorded(options, requests, dollarsPerCardHour);
  if ('refusal' in result) throw new UsageFault(`${meta.name}: ${result.refusal}`);
  return { ...result, model, gpu, requests };
};

const answered = async (asked: Asked, { terminal, tables }: RecordingWorld): Promise<string> => {
  const written = async (path: string): Promise<Written> =>
    path === '-'
      ? { name: 'standard input', text: await terminal.stdin() }
      : { name: path, text: await terminal.readFile(path) };
  const result = compared(await written(asked.meta), await written(asked.file), await tables());
  return asked.json ? recordingJson(result) : recordingText(result, terminal.live.colour);
};

const recordingJson = (result: Compared): string => {
  const { recorded, simulated, error, sensitivity, server, model, gpu } = result;
  return JSON.stringify({
    recorded,
    simulated,
    error,
    sensitivity,
    server: {
      model,
      gpu,
      tensorParallel: server.tensorParallel,
      weightBits: server.weightBits,
      kvBits: server.kvBits,
      maxSequences: server.maxSequences,
      stepTokens: server.stepTokens,
      blocks: server.blocks,
      bandwidthShare: server.bandwidthShare,
      computeShare: server.computeShare,
      link: server.link,
    },
  });
};
