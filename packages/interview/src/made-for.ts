/** What some lines of a move are made for, and the slot that keeps them for it. */

/** A question leads back to where the candidate asked to go. */
export const GOES_BACK = 'asks-to-return';
/** A verdict is kept back. */
export const VERDICT = 'asks-verdict';
/** Several things were asked that nobody knows. */
export const SEVERAL = 'asks-several';
/** Why it is put was asked. */
export const WHY = 'asks-why';

export const MADE_FOR: readonly (readonly [slot: string, follows: string])[] = [
  ['{back}', GOES_BACK],
  ['{debrief}', VERDICT],
  ['{these}', SEVERAL],
  ['{why}', WHY],
];
