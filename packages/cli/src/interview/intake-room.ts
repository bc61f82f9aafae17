import type { SystemEntry } from '@dryrun/content';
import type { Level } from '@dryrun/domain';
import { begin, hear } from '../intake.ts';
import type { IntakeStep } from '../intake.ts';
import type { Desk } from './desk.ts';
import { wrap } from './layout.ts';
import { readTyped } from './typed.ts';

/** What is agreed before the log opens; undefined when the candidate leaves before that. */
export const agreeAtDesk = async (
  systems: readonly SystemEntry[],
  seed: number,
  level: Level | undefined,
  desk: Desk,
): Promise<{ readonly system: string; readonly level: Level } | undefined> => {
  const say = (text: string) =>
    desk.print(
      `\n${wrap(`Interviewer: ${text}`, desk.width(), '  ').replace('Interviewer:', desk.paint.bold)}`,
    );
  let step: IntakeStep = begin(systems, seed, level);
  say(step.text);
  while (step.kind === 'ask') {
    desk.prompt();
    const happened = await desk.next();
    if (happened.kind !== 'line') {
      desk.rest();
      desk.print('\nNothing was begun.');
      return undefined;
    }
    const typed = readTyped(happened.text);
    switch (typed.kind) {
      case 'nothing':
        break;
      case 'words':
        step = hear(step.intake, typed.text);
        say(step.text);
        break;
      case 'repeat':
        say(step.text);
        break;
      case 'end':
      case 'quit':
        desk.rest();
        desk.print('\nNothing was begun.');
        return undefined;
      case 'wrong':
      case 'help':
      case 'hint':
      case 'time':
      case 'next':
      case 'pause':
      case 'resume':
      case 'board':
      case 'note':
        desk.print('\nThe interview has not begun yet: answer the question, or /quit.');
        break;
    }
  }
  return { system: step.system, level: step.level };
};
