/** What the list of systems is narrowed by besides words; '' does not narrow it. */
import type { System } from '../base/api.ts';

export type Narrowed = {
  readonly family: string;
  readonly level: string;
  readonly guide: string;
  readonly sheet: '' | 'own' | 'none';
};

export const NOT_NARROWED: Narrowed = { family: '', level: '', guide: '', sheet: '' };

export const isNarrowed = (by: Narrowed): boolean => Object.values(by).some((value) => value !== '');

/** A system of which nobody says at which level it is asked is asked at every one. */
export const narrowed = (systems: readonly System[], by: Narrowed): readonly System[] =>
  systems.filter(
    ({ family, levels, guides, hasSheet }) =>
      (by.family === '' || family === by.family) &&
      (by.level === '' || levels.length === 0 || levels.some((level) => level === by.level)) &&
      (by.guide === '' || guides.includes(by.guide)) &&
      (by.sheet === '' || hasSheet === (by.sheet === 'own')),
  );
