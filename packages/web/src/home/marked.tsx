import { marked } from './find-systems.ts';

/** A text with what the query names underlined. */
export const Marked = ({ text, query }: { readonly text: string; readonly query: string }) =>
  marked(text, query).map((piece, index) =>
    piece.meant ? (
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
