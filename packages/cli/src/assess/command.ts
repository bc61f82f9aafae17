/** `dryrun assess`: judges a transcript of an interview that was held anywhere. */
import { parseArgs } from 'node:util';
import type { Authoring } from '@dryrun/app';
import { Level, LEVELS } from '@dryrun/domain';
import { oneOf, UsageFault } from '../command.ts';
import { debriefText } from '../debrief-text.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

const USAGE = `Usage: dryrun assess FILE|- [--level LEVEL] [--system SLUG] [--json]

Judges an interview by its transcript: JSON with scenario and turns, or Markdown or plain text with lines that begin with
“Interviewer:” and “Candidate:”. Nothing is sent anywhere, and nothing is kept.

  --level LEVEL   the level it was held for: ${LEVELS.join(', ')}; what the file says, or L6
  --system SLUG   what was designed; what the file says, or any-system
  --json          print one JSON document`;

export const assess = async (
  args: readonly string[],
  authoring: Authoring,
  terminal: Terminal,
): Promise<ExitCode> => {
  if (args.some((arg) => arg === '--help' || arg === '-h')) {
    terminal.out(USAGE);
    return 0;
  }
  try {
    const { file, level, system, json } = readArgs(args);
    const text = file === '-' ? await terminal.stdin() : await terminal.readFile(file);
    const outcome = await authoring.assess(text, { level, scenario: system });
    if (!outcome.done) {
      terminal.err(`${file === '-' ? 'Standard input' : file}: ${outcome.refusal.message}`);
      return 2;
    }
    terminal.out(json ? JSON.stringify(outcome.value) : debriefText(outcome.value));
    return 0;
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\n${USAGE}`);
    return 2;
  }
};

const readArgs = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        level: { type: 'string' },
        system: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined)
      throw new UsageFault('Expected the file of a transcript, or - for standard input.');
    if (more.length > 0) throw new UsageFault(`Expected one file; found ${positionals.length}.`);
    return {
      file,
      level: values.level === undefined ? undefined : Level.parse(oneOf('--level', LEVELS, values.level)),
      system: values.system,
      json: values.json,
    };
  } catch (fault) {
    if (fault instanceof UsageFault) throw fault;
    throw new UsageFault(fault instanceof Error ? fault.message : 'These options cannot be read.');
  }
};
