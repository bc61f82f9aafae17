import type { SystemEntry } from '@dryrun/content';
import type { Level } from '@dryrun/domain';
import { begin, hear } from '../intake.ts';
import type { IntakeStep } from '../intake.ts';
import { readMessage } from './protocol.ts';
import type { In } from './protocol.ts';
import type { Pipe } from './session.ts';

/** What was agreed before the log opens; undefined when the input ended, or asked to end, before that. */
export const agreeOverPipe = async (
  systems: readonly SystemEntry[],
  seed: number,
  level: Level | undefined,
  { lines, tell }: Pipe,
): Promise<{ readonly system: string; readonly level: Level } | undefined> => {
  const say = (text: string) =>
    tell({ type: 'interviewer', text, move: 'intake', phase: 'intake', atSeconds: 0 });
  let step: IntakeStep = begin(systems, seed, level);
  say(step.text);
  while (step.kind === 'ask') {
    tell({ type: 'ready' });
    const { done, value: line } = await lines.next();
    const message = done ? ({ type: 'end' } as const) : readMessage(line);
    if (typeof message === 'string') {
      tell({ type: 'error', message });
      continue;
    }
    if (message.type === 'end') {
      tell({ type: 'closed', interview: null, summary: 'Nothing was begun: the input ended in the intake.' });
      return undefined;
    }
    if (message.type === 'say') {
      step = hear(step.intake, message.text);
      say(step.text);
      continue;
    }
    const refusal = answered(message);
    if (refusal === undefined) say(step.text);
    else if (refusal !== '') tell({ type: 'error', message: refusal });
  }
  return { system: step.system, level: step.level };
};

/** Nothing for waiting, which is allowed; undefined where the question is to be put again. */
const answered = (message: Exclude<In, { type: 'say' | 'end' }>): string | undefined => {
  switch (message.type) {
    case 'wait':
      return '';
    case 'repeat':
    case 'hint':
      return undefined;
    case 'board':
    case 'pause':
    case 'resume':
    case 'next-phase':
      return `The interview has not begun, so there is no “${message.type}” yet: answer the question first.`;
  }
};
