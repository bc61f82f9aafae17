import { piecesOf } from './quote-place.ts';

export const Quoted = ({ text, quote }: { readonly text: string; readonly quote: string | undefined }) =>
  piecesOf(text, quote).map((piece, index) =>
    piece.quoted ? (
      <mark
        key={index}
        className="bg-transparent text-ink underline decoration-2 decoration-accent underline-offset-4"
      >
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
