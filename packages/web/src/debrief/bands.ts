/** A band as words, and as a mark on a scale of three: hollow where nothing was shown. */
import type { Band } from '@dryrun/domain';

const SCALE = ['below', 'meets', 'exceeds'] as const;

/** The three places, and which of them is marked. */
export const scaleOf = (band: Band): readonly boolean[] => SCALE.map((place) => place === band);
