export type Piece = { readonly text: string; readonly quoted: boolean };

/** A text in pieces, with the words that are quoted from it. A quote that is not in it, word for word, marks nothing. */
export const piecesOf = (text: string, quote: string | undefined): readonly Piece[] => {
  const at = quote ? text.indexOf(quote) : -1;
  if (!quote || at < 0) return [{ text, quoted: false }];
  const end = at + quote.length;
  return [
    { text: text.slice(0, at), quoted: false },
    { text: quote, quoted: true },
    { text: text.slice(end), quoted: false },
  ].filter((piece) => piece.text !== '');
};
