import { parseArgs } from 'node:util';
import { simulation } from '@dryrun/app';
import type { Authoring } from '@dryrun/app';
import { didYouMean } from '@dryrun/text';
import { assess } from './assess/command.ts';
import { UsageFault } from './command.ts';
import type { CliCommand, Homes } from './command.ts';
import { COMMANDS } from './commands.ts';
import { design } from './design/command.ts';
import { scenarios } from './scenarios.ts';
import { simulate } from './simulate/command.ts';
import { isAboutRecording, recording } from './simulate/recording.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export type Running = {
  readonly args: readonly string[];
  readonly version: string;
  readonly terminal: Terminal;
  /** Opened only when a command needs it: help and bad usage touch no database. */
  readonly homes: Homes;
  readonly authoring: () => Authoring;
  /** Redraws one line about work that takes long; absent where nobody watches. */
  readonly progress?: (line: string) => void;
};

/** Commands that read their own arguments and show their own usage. */
const FAMILIES: readonly { readonly name: string; readonly operand: string; readonly says: string }[] = [
  { name: 'scenarios', operand: '…', says: 'list, show, check or begin the sheets of systems' },
  { name: 'design', operand: '…', says: 'check, convert or lay out a design' },
  {
    name: 'simulate',
    operand: 'FILE [FILE]',
    says: 'a design under load, beside another one, or over a range',
  },
  { name: 'assess', operand: 'FILE|-', says: 'the transcript of an interview that was held anywhere' },
];
const FAMILY_NAMES = FAMILIES.map(({ name }) => name);

/** One command line: told what to do, or told what was wrong with it. */
export const run = async ({
  args,
  version,
  terminal,
  homes,
  authoring,
  progress,
}: Running): Promise<ExitCode> => {
  const [name = 'help', ...rest] = args;
  if (['help', '-h', '--help'].includes(name)) {
    const [asked = ''] = rest;
    if (FAMILY_NAMES.includes(asked))
      return run({ args: [asked, '--help'], version, terminal, homes, authoring });
    const about = COMMANDS.find((command) => command.name === asked);
    terminal.out(about ? usageOf(about) : usage());
    return 0;
  }
  if (['version', '-v', '--version'].includes(name)) {
    terminal.out(version);
    return 0;
  }
  if (name === 'scenarios') return scenarios(rest, authoring(), terminal);
  if (name === 'design') return design(rest, authoring(), terminal);
  if (name === 'assess') return assess(rest, authoring(), terminal);
  if (name === 'simulate' && isAboutRecording(rest))
    return recording(rest, { terminal, tables: authoring().hardware });
  if (name === 'simulate')
    return simulate(rest, { terminal, palette: authoring().palette, simulation, progress });
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    const names = [
      'start',
      ...FAMILY_NAMES,
      'help',
      'version',
      ...COMMANDS.map((candidate) => candidate.name),
    ];
    terminal.err(`There is no command “${name}”.${didYouMean(name, names)}\n\n${usage()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(usageOf(command));
    return 0;
  }
  try {
    const { operand, options } = read(command, rest);
    return await command.run(homes, operand, options, terminal);
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\n${usageOf(command)}`);
    return 2;
  }
};

const read = (command: CliCommand, args: readonly string[]) => {
  const known = Object.fromEntries(
    command.options.map(({ name, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const) },
    ]),
  );
  const { values, positionals } = parsedArgs(command, args, known);
  const [operand, extra] = positionals;
  if (command.operand && !command.operand.startsWith('[') && operand === undefined)
    throw new UsageFault(`Expected ${command.operand} after “${command.name}”.`);
  const tooMuch = command.operand ? extra : operand;
  if (tooMuch !== undefined)
    throw new UsageFault(`“${tooMuch}” is one thing too many after “${command.name}”.`);
  return { operand, options: values };
};

const parsedArgs = (
  command: CliCommand,
  args: readonly string[],
  options: Record<string, { type: 'string' | 'boolean' }>,
) => {
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1];
    if (name !== undefined && !(name in options)) {
      const near = didYouMean(
        `--${name}`,
        Object.keys(options).map((option) => `--${option}`),
      );
      throw new UsageFault(`“${command.name}” has no option “--${name}”.${near}`);
    }
  }
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
};

/** More than these would not fit a line, and are listed below it. */
const OPTIONS_SHOWN = 4;

const signature = ({ name, operand, options }: CliCommand) =>
  [
    `dryrun ${name}`,
    operand,
    ...(options.length > OPTIONS_SHOWN
      ? ['[options]']
      : options.map((option) => `[--${option.name}${option.value ? ` ${option.value}` : ''}]`)),
  ]
    .filter(Boolean)
    .join(' ');

const usageOf = (command: CliCommand): string =>
  [
    `Usage: ${signature(command)}`,
    `       ${command.says}`,
    ...command.options.map(
      (option) => `  --${option.name}${option.value ? ` ${option.value}` : ''}`.padEnd(24) + option.says,
    ),
  ].join('\n');

const usage = (): string =>
  [
    'Usage: dryrun COMMAND',
    '',
    `  ${'start [--port N]'.padEnd(24)}runs Dryrun and prints its address (also with no command)`,
    ...COMMANDS.map(
      (command) => `  ${`${command.name} ${command.operand ?? ''}`.trimEnd().padEnd(24)}${command.says}`,
    ),
    ...FAMILIES.map(({ name, operand, says }) => `  ${`${name} ${operand}`.padEnd(24)}${says}`),
    `  ${'help [COMMAND]'.padEnd(24)}this, or one command with its options`,
    '',
    'Interviews are kept in DRYRUN_HOME (default: your user data folder), or in the PostgreSQL that DRYRUN_DATABASE names.',
  ].join('\n');
