/**
 * The two minutes before an interview in which a level and a system are agreed. Pure: an answer goes in, the next
 * question or the choice comes out.
 *
 *     begin ─▶ ask ─▶ hear ─┬▶ ask …          what is missing; at most two answers that say nothing are waited for
 *                           └▶ chosen         and what was chosen, and why, is said
 *
 * It understands plainly: a level or years, and words that are in a system's title, aliases or family. What it did not
 * understand it says, and then the seed picks from the systems that suit the level.
 */
import type { SystemEntry } from '@dryrun/content';
import type { Level } from '@dryrun/domain';
import { levelIn } from './intake-level.ts';
import { topicIn } from './intake-topic.ts';

export type Intake = {
  readonly systems: readonly SystemEntry[];
  readonly seed: number;
  readonly level: Level | undefined;
  /** The systems that fit what was said of interest; undefined while nothing was. */
  readonly fitting: readonly SystemEntry[] | undefined;
  readonly unclear: number;
};

export type IntakeStep =
  | { readonly kind: 'ask'; readonly text: string; readonly intake: Intake }
  | { readonly kind: 'chosen'; readonly text: string; readonly system: string; readonly level: Level };

const DEFAULT_LEVEL: Level = 'L5';
const UNCLEAR_MAX = 2;

export const begin = (
  systems: readonly SystemEntry[],
  seed: number,
  level: Level | undefined,
): Extract<IntakeStep, { kind: 'ask' }> => {
  const intake: Intake = { systems, seed, level, fitting: undefined, unclear: 0 };
  return { kind: 'ask', intake, text: `Before we begin: ${questionOf(intake)}` };
};

export const hear = (before: Intake, answer: string): IntakeStep => {
  const level = before.level ?? levelIn(answer);
  const fitting = topicIn(answer, before.systems) ?? before.fitting;
  const learned = level !== before.level || fitting !== before.fitting;
  const intake = { ...before, level, fitting, unclear: before.unclear + (learned ? 0 : 1) };
  if ((level && fitting) || intake.unclear >= UNCLEAR_MAX) return chosen(intake);
  const heard = learned ? 'I see.' : 'I did not make that out.';
  return { kind: 'ask', intake, text: `${heard} ${questionOf(intake)}` };
};

const questionOf = ({ level, fitting }: Intake): string => {
  const atWhich =
    'At which level shall we talk? L4, L5, L6, L7 or principal, or your years of experience will do.';
  const onWhat =
    'Which kind of machine-learning system would you like to work on? An area such as search, recommendation, language, vision, ads, safety or platforms, or a system by its name; “anything” will do too.';
  if (level) return onWhat;
  if (fitting) return atWhich;
  return `what is your level or experience, and which kind of machine-learning system would you like to work on? An area such as search, recommendation, language, vision, ads, safety or platforms, or a system by its name.`;
};

const chosen = ({ systems, seed, level: heard, fitting }: Intake): IntakeStep => {
  const level = heard ?? DEFAULT_LEVEL;
  const among = suiting(fitting ?? systems, level);
  const system = among[seed % among.length];
  if (!system) throw new Error('There is no system to choose from: the catalogue is empty.');
  const unheard = [
    ...(fitting ? [] : ['I did not hear an area, so I picked one.']),
    ...(heard ? [] : [`I did not hear a level, so I take ${level}.`]),
  ];
  const text = [...unheard, `Then let’s take “${system.title}”, at level ${level}.`].join(' ');
  return { kind: 'chosen', text, system: system.slug, level };
};

/** The pool made for the level where it has one of them, then systems made for any level, then whatever there is. */
const suiting = (systems: readonly SystemEntry[], level: Level): readonly SystemEntry[] => {
  const own = systems.filter(({ pool }) => pool === POOL_OF[level]);
  if (own.length > 0) return own;
  const any = systems.filter(({ pool }) => pool === undefined);
  return any.length > 0 ? any : systems;
};

const POOL_OF = {
  L4: 'junior-mid',
  L5: 'senior',
  L6: 'staff-plus',
  L7: 'staff-plus',
  principal: 'staff-plus',
} as const satisfies Record<Level, SystemEntry['pool']>;
