/** What bands, dimensions and levels are called wherever a debrief is read. */
import type { Band, Debrief } from './debrief.ts';
import type { Dimension } from './vocabulary.ts';

export const BAND_TITLES: Readonly<Record<Band, string>> = {
  below: 'Below',
  meets: 'Meets',
  exceeds: 'Exceeds',
  'not-shown': 'Not shown',
};

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

/** “L5 to L6, most likely L6”; where nothing can be said, that. */
export const levelSaid = ({ low, most, high }: Debrief['levelReading']): string => {
  if (low === null || high === null) return 'No level is read';
  if (low === high) return low;
  return most === null ? `${low} to ${high}` : `${low} to ${high}, most likely ${most}`;
};
