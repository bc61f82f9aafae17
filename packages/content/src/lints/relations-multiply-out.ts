import { mismatch, parseQuantity, parseRelation } from '@dryrun/quantities';
import type { Quantity } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import { at } from './lint.ts';
import type { Lint } from './lint.ts';

/** How far the sides of a relation may be apart. */
const TOLERANCE = 0.1;

/** Quantities are quantities, and what is said of how they multiply out is true within a tenth. */
export const relationsMultiplyOut: Lint = ({ facts }) => {
  if (!facts) return [];
  const { file, value } = facts;
  const known = new Map<string, Quantity>();
  const wrong = value.facts.flatMap((fact, index) => {
    if (fact.quantity === undefined) return [];
    const quantity = parseQuantity(fact.quantity);
    if (typeof quantity !== 'string') {
      known.set(fact.id, quantity);
      return [];
    }
    return [at(file, ['facts', index, 'quantity'], 'quantity', `“${fact.id}”: ${quantity}.`)];
  });
  const apart = value.relations.flatMap(({ is }, index) => {
    const finding = (code: string, message: string) => [at(file, ['relations', index, 'is'], code, message)];
    const relation = parseRelation(is);
    if (typeof relation === 'string') return finding('relation', `This is no relation: ${relation}.`);
    const stranger = relation.names.find((name) => !known.has(name));
    if (stranger !== undefined) {
      return finding(
        'relation',
        `There is no fact with a quantity called “${stranger}”.${didYouMean(stranger, [...known.keys()])}`,
      );
    }
    const result = mismatch(relation, (name) => known.get(name));
    if (typeof result === 'string') return finding('relation', `“${is}” does not come out: ${result}.`);
    if (result.share <= TOLERANCE) return [];
    const share = `${Math.round(result.share * 100)} %`;
    return finding(
      'relation-apart',
      `Expected both sides within ${TOLERANCE * 100} %; the right one is ${share} away: ${is}.`,
    );
  });
  return [...wrong, ...apart];
};
