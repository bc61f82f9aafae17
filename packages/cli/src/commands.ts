import { clockFace } from '@dryrun/quantities';
import { CommandId } from '@dryrun/domain';
import { inHome, interviewId, refused, unknown, UsageFault } from './command.ts';
import type { CliCommand } from './command.ts';
import { debriefText } from './debrief-text.ts';
import { EXPORT } from './export-command.ts';
import { INTERVIEW, RESUME } from './interview/command.ts';
import { transcript } from './transcript.ts';

const JSON_OPTION = { name: 'json', says: 'print one JSON document' } as const;

/** Every command of the terminal: usage, help and dispatch read this one list. */
export const COMMANDS: readonly CliCommand[] = [
  INTERVIEW,
  RESUME,
  {
    name: 'list',
    operand: undefined,
    options: [JSON_OPTION],
    says: 'the interviews kept here, newest first',
    run: inHome(async (app, _, { json }, { out }) => {
      const interviews = await app.list();
      if (json) {
        out(JSON.stringify({ interviews }));
        return 0;
      }
      if (interviews.length === 0) out('No interviews are kept here yet.');
      for (const { interview, title, level, format, status, startedAt, answersAgain } of interviews) {
        const again = answersAgain ? `, answered again from ${clockFace(answersAgain.atMs)}` : '';
        out(
          `${interview}  ${new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ')}  ${status.padEnd(7)}  ${level.padEnd(9)}  ${format.padEnd(12)}  ${title}${again}`,
        );
      }
      return 0;
    }),
  },
  {
    name: 'replay',
    operand: 'ID',
    options: [{ name: 'at', value: 'VERSION', says: 'as it stood at a version' }, JSON_OPTION],
    says: 'an interview as it was held',
    run: inHome(async (app, operand, { at, json }, terminal) => {
      const interview = interviewId(operand);
      const version = at === undefined ? undefined : wholeNumber('--at', at);
      const view = await app.view(interview, version === undefined ? undefined : { version });
      if (!view) return unknown(terminal, operand);
      terminal.out(json ? JSON.stringify(view) : transcript(view, (ms) => clockFace(ms)));
      return 0;
    }),
  },
  {
    name: 'debrief',
    operand: 'ID',
    options: [JSON_OPTION],
    says: 'what a closed interview showed, with its evidence',
    run: inHome(async (app, operand, { json }, terminal) => {
      const outcome = await app.namedDebrief(interviewId(operand));
      if (!outcome.done) return refused(outcome, terminal);
      const { debrief, names } = outcome.value;
      terminal.out(json ? JSON.stringify(debrief) : debriefText(debrief, names));
      return 0;
    }),
  },
  {
    name: 'reassess',
    operand: 'ID',
    options: [JSON_OPTION],
    says: 'a new reading of a closed interview, beside the old one',
    run: inHome(async (app, operand, { json }, terminal) => {
      const interview = interviewId(operand);
      const outcome = await app.reassess(interview);
      if (!outcome.done) return refused(outcome, terminal);
      const read = await app.namedDebrief(interview);
      if (!read.done) return refused(read, terminal);
      const { debrief, names } = read.value;
      terminal.out(json ? JSON.stringify(debrief) : debriefText(debrief, names));
      return 0;
    }),
  },
  EXPORT,
  {
    name: 'import',
    operand: 'FILE|-',
    options: [JSON_OPTION],
    says: 'an exported interview',
    run: inHome(async (app, operand, { json }, terminal) => {
      const text = operand === '-' ? await terminal.stdin() : await terminal.readFile(operand);
      const outcome = await app.import(parsed(text, operand));
      if (!outcome.done) return refused(outcome, terminal);
      const { interview, already } = outcome.value;
      const told = already ? `${interview} is here already: nothing was added.` : `Imported ${interview}.`;
      terminal.out(json ? JSON.stringify(outcome.value) : told);
      return 0;
    }),
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
    run: inHome(async (app, operand, { at, id, json }, terminal) => {
      if (at === undefined)
        throw new UsageFault('Expected --at VERSION: the version of the interview to branch from.');
      const command = typeof id === 'string' ? CommandId.parse(id) : undefined;
      const outcome = await app.fork(interviewId(operand), wholeNumber('--at', at), command);
      if (!outcome.done) return refused(outcome, terminal);
      terminal.out(json ? JSON.stringify(outcome.value) : `Forked as ${outcome.value.interview}.`);
      return 0;
    }),
  },
  {
    name: 'delete',
    operand: 'ID',
    options: [{ name: 'yes', says: 'really; there is no way back' }, JSON_OPTION],
    says: 'an interview, so that nothing of it is left',
    run: inHome(async (app, operand, { yes, json }, terminal) => {
      const interview = interviewId(operand);
      if (!yes) throw new UsageFault(`Deleting cannot be undone: add --yes to delete “${operand}”.`);
      const outcome = await app.remove(interview);
      if (!outcome.done) return refused(outcome, terminal);
      terminal.out(json ? JSON.stringify(outcome.value) : `Deleted ${interview}.`);
      return 0;
    }),
  },
];

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
