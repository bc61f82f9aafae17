import { stemsOf } from '@dryrun/text';
import { at } from './lint.ts';
import type { Lint } from './lint.ts';

/**
 * A probe asks for a consequence and the first two hints stay above the thing: none of them says the name of the item
 * or of its concept. Only the third hint does.
 */
export const leakLadder: Lint = ({ items }, { concepts }) => {
  if (!items) return [];
  const { file, value } = items;
  return value.items.flatMap((item, index) => {
    const concept = concepts.find(({ id }) => id === item.concept);
    const names = [
      item.id.replaceAll('-', ' '),
      ...(concept ? [concept.name, concept.id.replaceAll('-', ' ')] : []),
    ];
    const said: readonly (readonly [string, readonly PropertyKey[]])[] = [
      [item.probe, ['items', index, 'probe']],
      [item.hints[0], ['items', index, 'hints']],
      [item.hints[1], ['items', index, 'hints']],
    ];
    return said.flatMap(([text, path]) => {
      const name = names.find((one) => says(text, one));
      return name === undefined
        ? []
        : [
            at(
              file,
              path,
              'leak',
              `This names “${name}” before its time: ask for the consequence instead. Found: “${text}”.`,
            ),
          ];
    });
  });
};

/** Whether a text has all the telling words of a name, next to each other or not. */
const says = (text: string, name: string): boolean => {
  const telling = stemsOf(name);
  const there = new Set(stemsOf(text));
  return telling.length > 0 && telling.every((stem) => there.has(stem));
};
