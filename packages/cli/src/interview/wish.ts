import type { Wish } from '@dryrun/app';
import { DIMENSIONS, LEVELS } from '@dryrun/domain';
import type { Level, Pace } from '@dryrun/domain';
import { oneOf, UsageFault } from '../command.ts';
import type { CliCommand, Options } from '../command.ts';

/** What was asked for on the command line; system and level may be left to the intake. */
export type Asked = Omit<Wish, 'system' | 'level'> & { readonly level?: Level };

export const DEFAULT_LEVEL: Level = 'L5';
const DEFAULT_FORMAT = 'interview-45';
const MODES = ['real', 'coach'] as const;
const PERSONAS = ['neutral', 'warm', 'sceptical'] as const;
const PACES = ['1', '1.5', '2', 'untimed'] as const;
const SEED_MAX = 0xffffffff;

export const WISH_OPTIONS: CliCommand['options'] = [
  { name: 'level', value: 'LEVEL', says: `${LEVELS.join(', ')} (default ${DEFAULT_LEVEL})` },
  { name: 'format', value: 'FORMAT', says: `how it goes (default ${DEFAULT_FORMAT})` },
  { name: 'mode', value: 'MODE', says: 'real: poker face; coach: hints on request (default real)' },
  { name: 'persona', value: 'PERSONA', says: `the interviewer’s voice: ${PERSONAS.join(', ')}` },
  { name: 'focus', value: 'A,B', says: 'what the role needs most, such as trade-offs,production' },
  { name: 'pace', value: 'PACE', says: `times as long: ${PACES.join(', ')}` },
  { name: 'seed', value: 'N', says: 'the same seed and the same words give the same interview' },
];

export const askedOf = (options: Options): Asked => {
  const { level, format = DEFAULT_FORMAT, mode, persona, focus, pace, seed } = options;
  return {
    format: String(format),
    ...(level === undefined ? {} : { level: oneOf('--level', LEVELS, level) }),
    ...(mode === undefined ? {} : { mode: oneOf('--mode', MODES, mode) }),
    ...(persona === undefined ? {} : { persona: oneOf('--persona', PERSONAS, persona) }),
    ...(focus === undefined ? {} : { focus: focusOf(String(focus)) }),
    ...(pace === undefined ? {} : { pace: paceOf(oneOf('--pace', PACES, pace)) }),
    ...(seed === undefined ? {} : { seed: seedOf(String(seed)) }),
  };
};

const focusOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => oneOf('--focus', DIMENSIONS, name)),
  ),
];

const paceOf = (pace: (typeof PACES)[number]): Pace => {
  switch (pace) {
    case '1':
      return 1;
    case '1.5':
      return 1.5;
    case '2':
      return 2;
    case 'untimed':
      return 'untimed';
  }
};

const seedOf = (text: string): number => {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= SEED_MAX) return seed;
  throw new UsageFault(`Expected --seed to be a whole number from 0 to ${SEED_MAX}; found “${text}”.`);
};
