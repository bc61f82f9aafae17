import type { Level } from '@dryrun/domain';

const UP: readonly Level[] = ['L4', 'L5', 'L6', 'L7', 'principal'];

/** The level an interview was held at and the one above it, where there is one. */
export const levelAndNext = (level: Level): readonly Level[] => {
  const at = UP.indexOf(level);
  return UP.slice(at, at + 2);
};

export const levelTitle = (level: Level): string => (level === 'principal' ? 'Principal' : level);
