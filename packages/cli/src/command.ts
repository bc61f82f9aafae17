import { InterviewId } from '@dryrun/domain';
import type { App, Outcome, VirtualHome } from '@dryrun/app';
import { didYouMean } from '@dryrun/text';
import type { ExitCode, Terminal } from './terminal.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

/** The home that interviews are kept in, on the clock of the wall or on one that the input moves. Opened only when needed. */
export type Homes = {
  readonly open: () => Promise<App>;
  readonly openVirtual: () => Promise<VirtualHome>;
};

export type CliCommand = {
  readonly name: string;
  /** What stands after the name: `ID`, `[SLUG]` where it may be left out, or nothing. */
  readonly operand: string | undefined;
  readonly options: readonly { readonly name: string; readonly value?: string; readonly says: string }[];
  readonly says: string;
  readonly run: (
    homes: Homes,
    operand: string | undefined,
    options: Options,
    terminal: Terminal,
  ) => Promise<ExitCode>;
};

/** Bad usage or input: one clear message, exit 2. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

/** Most commands: the home is opened, something is done in it, and it is closed again. */
export const inHome =
  (
    run: (app: App, operand: string, options: Options, terminal: Terminal) => Promise<ExitCode>,
  ): CliCommand['run'] =>
  async ({ open }, operand = '', options, terminal) => {
    const app = await open();
    try {
      return await run(app, operand, options, terminal);
    } finally {
      await app.stop();
    }
  };

export const refused = (outcome: Extract<Outcome<unknown>, { done: false }>, { err }: Terminal): ExitCode => {
  err(outcome.refusal.message);
  return 2;
};

export const unknown = ({ err }: Terminal, interview: string): ExitCode => {
  err(`There is no interview “${interview}” here. \`dryrun list\` shows those that are.`);
  return 2;
};

export const interviewId = (text: string): InterviewId => {
  const parsedId = InterviewId.safeParse(text);
  if (parsedId.success) return parsedId.data;
  throw new UsageFault(
    `“${text}” is not the id of an interview: ${parsedId.error.issues[0]?.message ?? 'unreadable'}.`,
  );
};

/** One of a closed list, however it is capitalised. */
export const oneOf = <Name extends string>(
  option: string,
  names: readonly Name[],
  text: string | boolean,
): Name => {
  const meant = String(text).toLowerCase();
  const name = names.find((candidate) => candidate.toLowerCase() === meant);
  if (name !== undefined) return name;
  throw new UsageFault(
    `Expected ${option} to be one of ${names.join(', ')}; found “${String(text)}”.${didYouMean(meant, names)}`,
  );
};
