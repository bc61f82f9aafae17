import { Mark } from '../base/mark.tsx';
import { piecesOf } from './quote-place.ts';

export const Quoted = ({ text, quote }: { readonly text: string; readonly quote: string | undefined }) =>
  piecesOf(text, quote).map((piece, index) =>
    piece.quoted ? <Mark key={index}>{piece.text}</Mark> : piece.text,
  );
