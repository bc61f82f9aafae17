/** The design that a file holds, with the faults asked for, or one message about all that keeps it from running. */
import { readAny } from '@dryrun/design';
import type { Design, DesignFinding, Fault } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Terminal } from '../terminal.ts';
import { withFaults } from './fault.ts';

/** More than these nobody reads at once. */
const ERRORS_TOLD = 8;
const DOUBTS_TOLD = 3;

type Opening = { readonly faults: readonly Fault[]; readonly palette: Palette; readonly terminal: Terminal };

export const openDesign = async (file: string, { faults, palette, terminal }: Opening): Promise<Design> => {
  const text = file === '-' ? await terminal.stdin() : await terminal.readFile(file);
  const from = file === '-' ? 'standard input' : file;
  const { design, findings } = readAny(text, palette);
  const told = (all: readonly DesignFinding[]) =>
    all.map((finding) => `${placeOf(from, finding)}: ${finding.message}`);
  if (!design) {
    const errors = told(findings.filter(({ severity }) => severity === 'error'));
    throw new DesignRefused(
      shortened(errors, ERRORS_TOLD, from) || `${from}: expected a design; found nothing that can run.`,
    );
  }
  const doubts = findings.filter(({ severity }) => severity !== 'note');
  if (design.workloads.length === 0)
    throw new DesignRefused(
      shortened(told(doubts.filter(({ code }) => NOTHING_COMES.has(code))), ERRORS_TOLD, from) ||
        `${from}: expected a workload; found none, so nothing would run.`,
    );
  if (doubts.length > 0) terminal.err(shortened(told(doubts), DOUBTS_TOLD, from));
  return withFaults(design, faults);
};

/** The command was said well; what it was given cannot run. */
export class DesignRefused extends Error {
  override name = 'DesignRefused';
}

/** Of a drawing these are questions, and without their answers nothing runs. */
const NOTHING_COMES: ReadonlySet<string> = new Set(['no-client', 'no-workload']);

const shortened = (lines: readonly string[], most: number, from: string): string => {
  const left = lines.length - most;
  return [
    ...lines.slice(0, most),
    ...(left > 0
      ? [`and ${left} more: \`dryrun design check ${from === 'standard input' ? '-' : from}\` lists them.`]
      : []),
  ].join('\n');
};

const placeOf = (file: string, { line, column }: DesignFinding): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
