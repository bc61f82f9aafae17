/** The one thing that a candidate can still say. */
export const NO_RATE = 'Nobody has said how many requests arrive.';
