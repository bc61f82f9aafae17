/**
 * What a text may hold of things and of depth, seen before anybody parses it: a parser's time grows with the one and its stack with
 * the other, and a design needs little of either.
 *
 *     [ { - ?   open one level more        { and - begin a thing        - 0.5   is an instant of a trace
 *
 * Quotes are not looked at: no name or remark has a hundred brackets that nobody closes.
 */
export const DEPTH_MAX = 100;
/** Several times as many as the largest design has, settings within settings counted. */
const THINGS_MAX = 50_000;
const KEYS_MAX = 200_000;
/** Words, commas and lines: each costs a parser ten millionths of a second, or twice that where it is out of place. */
export const PIECES_MAX = 500_000;

export type OverLimit = { readonly what: 'deep' | 'many' | 'long'; readonly at: number };

export const overLimit = (text: string): OverLimit | undefined => {
  let depth = 0;
  let things = 0;
  let keys = 0;
  let pieces = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === ',' || sign === '\n' || (isSpace(text[at - 1]) && !isSpace(sign))) pieces += 1;
    if (sign === '{' || sign === '[') {
      depth += 1;
      if (sign === '{') things += 1;
      if (depth > DEPTH_MAX) return { what: 'deep', at };
    } else if (sign === '}' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === ':') keys += 1;
    else if (at === 0 || text[at - 1] === '\n') {
      const items = itemsAt(text, at);
      if (items.depth > DEPTH_MAX) return { what: 'deep', at };
      if (items.thing) things += 1;
    }
    if (things > THINGS_MAX || keys > KEYS_MAX) return { what: 'many', at };
    if (pieces > PIECES_MAX) return { what: 'long', at };
  }
  return undefined;
};

const isSpace = (sign: string | undefined): boolean =>
  sign === undefined || sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r';

const ITEMS = /[ \t]*((?:[-?][ \t]+){0,101})(.?)/y;

/** The items that begin on a line, each in the one before: “- - - 1”. */
const itemsAt = (text: string, at: number): { readonly depth: number; readonly thing: boolean } => {
  ITEMS.lastIndex = at;
  const [, signs = '', first = ''] = ITEMS.exec(text) ?? [];
  return { depth: signs.replaceAll(/[ \t]/g, '').length, thing: signs !== '' && !/[\d{]/.test(first) };
};
