import { HEADINGS } from '../scenario-files.ts';
import { at } from './lint.ts';
import type { Lint } from './lint.ts';

/** Each of the brief's fifteen requirement headings is answered or deliberately left open, and not both. */
export const headingsSettled: Lint = ({ facts }) => {
  if (!facts) return [];
  const { file, value } = facts;
  return HEADINGS.flatMap((heading) => {
    const answered = value.facts.some((fact) => fact.heading === heading && !fact.retired);
    const open = value.open.findIndex((one) => one.heading === heading);
    if (answered && open >= 0) {
      return [
        at(
          file,
          ['open', open],
          'heading-twice',
          `“${heading}” is answered by a fact and left open: choose one.`,
        ),
      ];
    }
    if (answered || open >= 0) return [];
    const message = `Nobody who asks for “${heading}” is answered: write a fact for it, or leave it open and say why.`;
    return [at(file, ['facts'], 'heading-unsettled', message)];
  });
};
