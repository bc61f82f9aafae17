import { Mark } from '../base/mark.tsx';
import { marked } from './find-systems.ts';

/** A text with what the query names underlined. */
export const Marked = ({ text, query }: { readonly text: string; readonly query: string }) =>
  marked(text, query).map((piece, index) =>
    piece.meant ? <Mark key={index}>{piece.text}</Mark> : piece.text,
  );
