/**
 * What gives a person away by its form alone. Each pattern is linear in the text: where a run of characters could be
 * tried from each of its places, a look behind lets it begin at the first only.
 */

const LETTER = '\\p{L}\\p{N}';

export const EMAILS: readonly RegExp[] = [
  new RegExp(
    `(?<![${LETTER}._%+-])[${LETTER}._%+-]{1,64}@(?:[${LETTER}-]{1,63}\\.){1,8}[${LETTER}-]{2,24}`,
    'giu',
  ),
  // As it is said aloud: “ada at example dot org”.
  new RegExp(
    `(?<![${LETTER}._%+-])[${LETTER}._%+-]{1,64} ?(?: at |\\(at\\)|\\[at\\]) ?[${LETTER}-]{1,63}(?: ?(?: dot |\\(dot\\)|\\[dot\\]) ?[${LETTER}-]{2,24}){1,4}(?![${LETTER}])`,
    'giu',
  ),
];

const ENDINGS =
  'com|org|net|io|ai|dev|edu|gov|app|me|info|biz|tech|cloud|xyz|page|site|co(?:\\.[a-z]{2})?|ac\\.[a-z]{2}|eu|uk|de|fr|ch|at|nl|se|jp|cn|ca|au|br|es|us';

export const LINKS: readonly RegExp[] = [
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"“”]{0,1999}[^\s<>"“”.,;:!?)\]'’]/giu,
  /(?<![\p{L}\p{N}])(?:www\.[^\s<>"“”]{0,1999}[^\s<>"“”.,;:!?)\]'’]|mailto:[^\s<>"“”]{1,500})/giu,
  // Without a scheme: a name that ends as sites do, and what follows it.
  new RegExp(
    `(?<![${LETTER}.@-])(?:[a-z0-9-]{1,63}\\.){1,6}(?:${ENDINGS})(?![${LETTER}-])(?:[/?#](?:[^\\s<>"“”]{0,1999}[^\\s<>"“”.,;:!?)\\]'’])?)?`,
    'giu',
  ),
];

/** Between the digits of a number that is dialled. */
const GAP = '[ \\u00a0().\\/-]{0,3}';
const DIALLED = `\\d(?:${GAP}\\d){6,14}(?!\\d)`;

export const PHONES: readonly RegExp[] = [
  // After a plus sign, or after two noughts as they are dialled abroad.
  new RegExp(`(?<![${LETTER}.+])\\+ ?\\(?${DIALLED}`, 'gu'),
  new RegExp(`(?<![${LETTER}.,])00[ -]?[1-9]${GAP}${DIALLED}`, 'gu'),
  // Three, three and four.
  /(?<![\p{L}\p{N}.,-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\p{L}\p{N}-])/gu,
  // With the nought of a country's own numbers: nine digits at least.
  /(?<![\p{L}\p{N}.,:-])\(?0[1-9]\d{1,4}\)?[ /-]{1,2}(?=(?:[ -]?\d){5})\d{2,}(?:[ -]?\d{2,}){0,6}(?![\p{L}\p{N}])/gu,
  // Whatever its form, where it is called one.
  new RegExp(
    `(?<=(?<![${LETTER}])(?:phone|telephone|mobile|cell|whatsapp|tel|call me|reach me|text me|number is)[^\\n\\d]{0,24})\\(?${DIALLED}`,
    'giu',
  ),
];

/** “+10 000 000”, “+5000000”: a plus sign before a round figure is no country's. */
export const isFigure = (found: string): boolean => {
  const digits = found.replaceAll(/\D/g, '');
  return found.startsWith('+') && /^[1-9]\d{0,2}0{5,}$/.test(digits);
};
