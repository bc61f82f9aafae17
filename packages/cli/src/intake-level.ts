import type { Level } from '@dryrun/domain';

/** A level somebody says of themselves: by its id, by its title, or by years of experience. */
export const levelIn = (answer: string): Level | undefined => {
  const said = answer.toLowerCase();
  const named = levelsNamed(said);
  // “I am senior, interviewing for staff”: what it is for counts.
  return (named.find(({ aimed }) => aimed) ?? named[0])?.level ?? levelOfYears(said);
};

/** Longer titles first: “senior staff” is neither senior nor staff. */
const TITLES: readonly (readonly [RegExp, (found: string) => Level | undefined])[] = [
  [/\b[le]\s?[4-7]\b/g, (found) => levelOfNumber(found.slice(-1))],
  [/\bprincipal\b/g, () => 'principal'],
  [/\bsenior[\s-]+staff\b/g, () => 'L7'],
  [/\b(?<!senior[\s-])staff\b/g, () => 'L6'],
  [/\bsenior\b(?![\s-]+staff)/g, () => 'L5'],
  [/\b(?:junior|mid|mid[\s-]?level|entry[\s-]level|new[\s-]grad(?:uate)?|graduate|intern)\b/g, () => 'L4'],
];

const levelsNamed = (said: string) =>
  TITLES.flatMap(([pattern, levelOf]) =>
    [...said.matchAll(pattern)].flatMap((match) => {
      const before = said.slice(Math.max(0, match.index - 24), match.index);
      const level = levelOf(match[0]);
      if (!level || /\b(?:not|never|isn['’]t|ain['’]t|no)\s+(?:\w+\s+){0,2}$/.test(before)) return [];
      return [{ level, at: match.index, aimed: /\b(?:for|at|to|towards?)\s+(?:an?\s+)?$/.test(before) }];
    }),
  ).sort((a, b) => a.at - b.at);

const levelOfNumber = (digit: string): Level | undefined => {
  switch (digit) {
    case '4':
      return 'L4';
    case '5':
      return 'L5';
    case '6':
      return 'L6';
    case '7':
      return 'L7';
  }
  return undefined;
};

const NUMBER_WORDS: readonly string[] =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Years alone never make a principal: that is a role, not an age. */
const levelOfYears = (said: string): Level | undefined => {
  const found = new RegExp(
    `\\b(\\d+(?:\\.\\d+)?|${NUMBER_WORDS.join('|')}|a)\\s*\\+?\\s*(?:years?|yrs?|yoe|(decade)s?)\\b`,
  ).exec(said);
  if (!found?.[1]) return undefined;
  const count = found[1] === 'a' ? 1 : numberOf(found[1]);
  const years = found[2] ? count * 10 : count;
  if (years < 4) return 'L4';
  if (years < 8) return 'L5';
  return years < 13 ? 'L6' : 'L7';
};

const numberOf = (text: string): number =>
  NUMBER_WORDS.includes(text) ? NUMBER_WORDS.indexOf(text) : Number(text);
