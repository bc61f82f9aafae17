/** What a typed line means: words for the interviewer, or a command of the room. Help and completion read this one list. */
import { didYouMean } from '@dryrun/text';
import { wrap } from './layout.ts';

export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: Bare }
  | { readonly kind: 'board'; readonly file: string }
  | { readonly kind: 'note'; readonly text: string };

type Bare = 'help' | 'hint' | 'repeat' | 'time' | 'next' | 'pause' | 'resume' | 'end' | 'quit';

export const ROOM_COMMANDS = [
  { name: 'hint', says: 'ask for a hint' },
  { name: 'repeat', says: 'hear the question again' },
  { name: 'time', says: 'take two minutes to think, undisturbed' },
  { name: 'next', says: 'go on to the next phase' },
  { name: 'pause', says: 'stop the clock' },
  { name: 'resume', says: 'set it going again' },
  { name: 'board', operand: 'FILE', says: 'show a drawing: a Mermaid flowchart, or a design as JSON' },
  { name: 'note', operand: 'TEXT', says: 'write a note to yourself' },
  { name: 'end', says: 'end the interview' },
  { name: 'quit', says: 'leave; the interview is kept and waits' },
  { name: 'help', says: 'this list' },
] as const;

const NAMES = ROOM_COMMANDS.map(({ name }) => `/${name}`);

export const readTyped = (text: string): Typed => {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'nothing' };
  const found = /^\/([a-z][\w-]*)(?:\s+([\s\S]*))?$/i.exec(trimmed);
  if (!found) return { kind: 'words', text: trimmed };
  const [, written = '', operand = ''] = found;
  const name = written.toLowerCase();
  const command = ROOM_COMMANDS.find((one) => one.name === name);
  if (!command)
    return {
      kind: 'wrong',
      message: `There is no /${written}.${didYouMean(`/${name}`, NAMES)} /help lists what there is.`,
    };
  if ('operand' in command) {
    if (operand === '') return { kind: 'wrong', message: `Expected ${command.operand} after /${name}.` };
    return command.name === 'board' ? { kind: 'board', file: operand } : { kind: 'note', text: operand };
  }
  if (operand !== '') return { kind: 'wrong', message: `“${operand}” is one thing too many after /${name}.` };
  return { kind: command.name };
};

export const completions = (line: string): string[] =>
  line.startsWith('/') ? NAMES.filter((name) => name.startsWith(line)) : [];

export const roomHelp = (width: number): string =>
  [
    wrap(
      'Type your answer and press Enter. A line that ends with \\ goes on in the next; what you paste is one answer.',
      width,
    ),
    ...ROOM_COMMANDS.map(
      (command) =>
        `  ${`/${command.name}${'operand' in command ? ` ${command.operand}` : ''}`.padEnd(14)}${command.says}`,
    ),
  ].join('\n');
