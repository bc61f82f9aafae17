import { at } from './lint.ts';
import type { Lint } from './lint.ts';

/** One question a turn: a probe has one question mark, at its end. */
export const oneQuestion: Lint = ({ items }) => {
  if (!items) return [];
  return items.value.items.flatMap(({ id, probe }, index) =>
    /^[^?]+\?$/.test(probe)
      ? []
      : [
          at(
            items.file,
            ['items', index, 'probe'],
            'one-question',
            `The probe of “${id}” is to be one question: “${probe}”.`,
          ),
        ],
  );
};
