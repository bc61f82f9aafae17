/**
 * How quantities multiply out: `peak-rps = users * requests-per-user * peak-factor`. Names are ids, numbers may carry a
 * unit in square brackets (`[8 bit]`), operators stand between spaces, so that a “-” in a name is no minus.
 */
import { describeDimension, parseQuantity, plus, sameDimension, times } from './quantity.ts';
import type { Quantity } from './quantity.ts';

export type Relation = { readonly left: string; readonly right: string; readonly names: readonly string[] };

const TOKEN = /\[[^\]]*\]|[()*/+=]|(?<=\s)-(?=\s)|[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)?(?:e[+-]?\d+)?/g;

/** The parts of a relation, or why it is none. */
export const parseRelation = (text: string): Relation | string => {
  const [left = '', right = '', more] = text.split(/\s=\s/);
  if (right.trim() === '' || more !== undefined) return `expected “name = expression”; found “${text}”`;
  const unread = text.replace(TOKEN, ' ').trim();
  if (unread !== '') return `expected names, numbers, brackets and * / + -; found “${unread.slice(0, 20)}”`;
  const names = (text.match(TOKEN) ?? []).filter((token) => /^[A-Za-z]/.test(token));
  return { left: left.trim(), right: right.trim(), names: [...new Set(names)] };
};

/** What the expression comes to, or why it comes to nothing. */
export const evaluate = (
  expression: string,
  known: (name: string) => Quantity | undefined,
): Quantity | string => {
  const tokens = expression.match(TOKEN) ?? [];
  let at = 0;

  const factor = (): Quantity | string => {
    const token = tokens[at++];
    if (token === undefined) return 'the expression ends where a value is expected';
    if (token === '(') {
      const inner = sum();
      if (tokens[at++] !== ')') return 'a bracket is opened and not closed';
      return inner;
    }
    if (token.startsWith('[')) return parseQuantity(token.slice(1, -1));
    if (/^\d/.test(token)) return { value: Number(token), dimension: {} };
    return known(token) ?? `there is no quantity “${token}”`;
  };

  const product = (): Quantity | string => {
    let result = factor();
    while (tokens[at] === '*' || tokens[at] === '/') {
      const power = tokens[at++] === '*' ? 1 : -1;
      const next = factor();
      if (typeof result === 'string') return result;
      if (typeof next === 'string') return next;
      result = times(result, next, power);
    }
    return result;
  };

  const sum = (): Quantity | string => {
    let result = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      const sign = tokens[at++] === '+' ? 1 : -1;
      const next = product();
      if (typeof result === 'string') return result;
      if (typeof next === 'string') return next;
      const added = plus(result, next, sign);
      if (!added)
        return `${describeDimension(result.dimension)} and ${describeDimension(next.dimension)} cannot be added`;
      result = added;
    }
    return result;
  };

  const result = sum();
  return typeof result === 'string' || at === tokens.length ? result : `“${tokens[at]}” was not expected`;
};

/** How far the sides of a relation are apart, as a share of the left one; or why they cannot be compared. */
export const mismatch = (
  relation: Relation,
  known: (name: string) => Quantity | undefined,
): { readonly share: number; readonly left: Quantity; readonly right: Quantity } | string => {
  const left = evaluate(relation.left, known);
  if (typeof left === 'string') return left;
  const right = evaluate(relation.right, known);
  if (typeof right === 'string') return right;
  if (!sameDimension(left.dimension, right.dimension)) {
    return `the left is ${describeDimension(left.dimension)}, the right ${describeDimension(right.dimension)}`;
  }
  return { share: Math.abs(right.value - left.value) / Math.abs(left.value), left, right };
};
