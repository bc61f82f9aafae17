import { clockFace } from '@dryrun/quantities';
import { CommandId, InterviewId } from '@dryrun/domain';
import type { App, Outcome } from '@dryrun/app';
import type { ExitCode, Terminal } from './terminal.ts';
import { transcript } from './transcript.ts';

export type Options = Readonly<Record<string, string | boolean | undefined>>;

export type CliCommand = {
  readonly name: string;
  /** What stands after the name: `ID`, or nothing. */
  readonly operand: string | undefined;
  readonly options: readonly { readonly name: string; readonly value?: string; readonly says: string }[];
  readonly says: string;
  readonly run: (app: App, operand: string, options: Options, terminal: Terminal) => Promise<ExitCode>;
};

const JSON_OPTION = { name: 'json', says: 'print one JSON document' } as const;

/** Every command of the terminal: usage, help and dispatch read this one list. */
export const COMMANDS: readonly CliCommand[] = [
  {
    name: 'list',
    operand: undefined,
    options: [JSON_OPTION],
    says: 'the interviews kept here, newest first',
    run: async (app, _, { json }, { out }) => {
      const interviews = await app.list();
      if (json) {
        out(JSON.stringify({ interviews }));
        return 0;
      }
      if (interviews.length === 0) out('No interviews are kept here yet.');
      for (const { interview, title, level, format, status, startedAt } of interviews) {
        out(
          `${interview}  ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')}  ${status.padEnd(7)}  ${level.padEnd(9)}  ${format.padEnd(12)}  ${title}`,
        );
      }
      return 0;
    },
  },
  {
    name: 'replay',
    operand: 'ID',
    options: [{ name: 'at', value: 'VERSION', says: 'as it stood at a version' }, JSON_OPTION],
    says: 'an interview as it was held',
    run: async (app, operand, { at, json }, { out, err }) => {
      const interview = interviewId(operand);
      const version = at === undefined ? undefined : wholeNumber('--at', at);
      const view = await app.view(interview, version === undefined ? undefined : { version });
      if (!view) return unknown(err, operand);
      out(json ? JSON.stringify(view) : transcript(view, (ms) => clockFace(ms)));
      return 0;
    },
  },
  {
    name: 'export',
    operand: 'ID',
    options: [
      {
        name: 'to',
        value: 'json|md',
        says: 'the whole interview as a file, or the conversation to read (default json)',
      },
      { name: 'output', value: 'FILE', says: 'write there, not to the terminal' },
    ],
    says: 'a closed interview, with the content it was held with',
    run: async (app, operand, { to = 'json', output }, terminal) => {
      const interview = interviewId(operand);
      if (to !== 'json' && to !== 'md')
        throw new UsageFault(`Expected --to json or --to md; found “${String(to)}”.`);
      const file = await app.export(interview);
      if (!file.done) return refused(file, terminal);
      const view = await app.view(interview);
      const text = to === 'md' && view ? transcript(view, (ms) => clockFace(ms)) : JSON.stringify(file.value);
      if (typeof output !== 'string') terminal.out(text);
      else await terminal.writeFile(output, `${text}\n`);
      return 0;
    },
  },
  {
    name: 'import',
    operand: 'FILE|-',
    options: [JSON_OPTION],
    says: 'an exported interview',
    run: async (app, operand, { json }, terminal) => {
      const text = operand === '-' ? await terminal.stdin() : await terminal.readFile(operand);
      const outcome = await app.import(parsed(text, operand));
      if (!outcome.done) return refused(outcome, terminal);
      terminal.out(json ? JSON.stringify(outcome.value) : `Imported ${outcome.value.interview}.`);
      return 0;
    },
  },
  {
    name: 'fork',
    operand: 'ID',
    options: [
      { name: 'at', value: 'VERSION', says: 'the version to branch from' },
      { name: 'id', value: 'COMMAND', says: 'an id of your own: sent again, it makes no second fork' },
      JSON_OPTION,
    ],
    says: 'answer again from a moment of an interview',
    run: async (app, operand, { at, id, json }, terminal) => {
      if (at === undefined)
        throw new UsageFault('Expected --at VERSION: the version of the interview to branch from.');
      const command = typeof id === 'string' ? CommandId.parse(id) : undefined;
      const outcome = await app.fork(interviewId(operand), wholeNumber('--at', at), command);
      if (!outcome.done) return refused(outcome, terminal);
      terminal.out(json ? JSON.stringify(outcome.value) : `Forked as ${outcome.value.interview}.`);
      return 0;
    },
  },
  {
    name: 'delete',
    operand: 'ID',
    options: [{ name: 'yes', says: 'really; there is no way back' }, JSON_OPTION],
    says: 'an interview, so that nothing of it is left',
    run: async (app, operand, { yes, json }, terminal) => {
      const interview = interviewId(operand);
      if (!yes) throw new UsageFault(`Deleting cannot be undone: add --yes to delete “${operand}”.`);
      const outcome = await app.remove(interview);
      if (!outcome.done) return refused(outcome, terminal);
      terminal.out(json ? JSON.stringify(outcome.value) : `Deleted ${interview}.`);
      return 0;
    },
  },
];

/** Bad usage or input: one clear message, exit 2. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

const refused = (outcome: Extract<Outcome<unknown>, { done: false }>, { err }: Terminal): ExitCode => {
  err(outcome.refusal.message);
  return 2;
};

const unknown = (err: Terminal['err'], interview: string): ExitCode => {
  err(`There is no interview “${interview}” here. \`dryrun list\` shows those that are.`);
  return 2;
};

const interviewId = (text: string): InterviewId => {
  const parsedId = InterviewId.safeParse(text);
  if (parsedId.success) return parsedId.data;
  throw new UsageFault(
    `“${text}” is not the id of an interview: ${parsedId.error.issues[0]?.message ?? 'unreadable'}.`,
  );
};

const wholeNumber = (name: string, text: string | boolean): number => {
  const number = Number(text);
  if (typeof text === 'string' && /^\d+$/.test(text) && number > 0) return number;
  throw new UsageFault(`Expected ${name} to be a whole number from 1; found “${String(text)}”.`);
};

const parsed = (text: string, from: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    throw new UsageFault(
      `${from === '-' ? 'Standard input' : from} is not JSON: ${fault instanceof Error ? fault.message : 'unreadable'}.`,
    );
  }
};
