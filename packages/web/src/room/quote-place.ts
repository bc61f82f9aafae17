export type Range = { readonly start: number; readonly end: number };
export type Piece = { readonly text: string; readonly quoted: boolean };

/** Where the words that are quoted stand. A quote that is not there, word for word, stands nowhere. */
export const placeOf = (text: string, quote: string | undefined): Range | undefined => {
  const start = quote ? text.indexOf(quote) : -1;
  return quote && start >= 0 ? { start, end: start + quote.length } : undefined;
};

/** A part of a text in pieces, with what of it is quoted. */
export const piecesOf = (part: { readonly text: string; readonly at: number }, quote: Range | undefined) => {
  const { text, at } = part;
  const within = (place: number) => Math.min(Math.max(place - at, 0), text.length);
  const [start, end] = quote ? [within(quote.start), within(quote.end)] : [0, 0];
  return [
    { text: text.slice(0, start), quoted: false },
    { text: text.slice(start, end), quoted: true },
    { text: text.slice(end), quoted: false },
  ].filter((piece): piece is Piece => piece.text !== '');
};
