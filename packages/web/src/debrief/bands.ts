/** A band as words, and as a mark on a scale of three: hollow where nothing was shown. */
import type { Band, Debrief, Dimension } from '@dryrun/domain';

export const BAND_TITLES: Readonly<Record<Band, string>> = {
  below: 'Below',
  meets: 'Meets',
  exceeds: 'Exceeds',
  'not-shown': 'Not shown',
};

const SCALE = ['below', 'meets', 'exceeds'] as const;

/** The three places, and which of them is marked. */
export const scaleOf = (band: Band): readonly boolean[] => SCALE.map((place) => place === band);

export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  'problem-navigation': 'Problem navigation',
  'technical-depth': 'Technical depth',
  'technical-breadth': 'Technical breadth',
  architecture: 'Architecture',
  'trade-offs': 'Trade-offs',
  production: 'Production',
  strategy: 'Strategy',
  communication: 'Communication',
};

/** “L5”, “L5 to L6, most likely L6”; where nothing can be said, that. */
export const levelReadingOf = ({ low, most, high }: Debrief['levelReading']): string => {
  if (low === null || high === null) return 'No level is read';
  if (low === high) return low;
  return most === null ? `${low} to ${high}` : `${low} to ${high}, most likely ${most}`;
};
