import type { ReactNode } from 'react';
import { Mark } from '../base/mark.tsx';
import { blocksOf } from './markdown.ts';
import type { Block, ListItem, Span } from './markdown.ts';
import { piecesOf, placeOf } from './quote-place.ts';
import type { Range } from './quote-place.ts';

type Props = {
  readonly text: string;
  readonly quote?: string | undefined;
  /** The interviewer is read and set in serif. */
  readonly serif?: boolean;
  /** Being said at this moment: word after word, in the room that all of them take. */
  readonly arriving?: boolean;
};

type Drawn = { readonly quote: Range | undefined; readonly arriving: boolean; readonly voice: string };

/** What was typed, with what Markdown in it means, and the words that are quoted marked. */
export const TypedText = ({ text, quote, serif = false, arriving = false }: Props) => {
  const drawn = { quote: placeOf(text, quote), arriving, voice: serif ? 'font-serif' : '' };
  return (
    <div className="grid max-w-measure gap-y-2">
      {blocksOf(text).map((block, index) => (
        <TypedBlock key={index} block={block} {...drawn} />
      ))}
    </div>
  );
};

const TEXT = 'whitespace-pre-wrap wrap-anywhere text-pretty';

const TypedBlock = ({ block, ...drawn }: Drawn & { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return (
        <p className={`${TEXT} ${drawn.voice} ${block.kind === 'heading' ? 'font-strong' : ''}`}>
          <Spans spans={block.spans} {...drawn} />
        </p>
      );
    case 'list':
      return block.first === undefined ? (
        <ul className={`list-disc ${LIST} ${drawn.voice}`}>
          <Items items={block.items} {...drawn} />
        </ul>
      ) : (
        <ol start={block.first} className={`list-decimal ${LIST} ${drawn.voice}`}>
          <Items items={block.items} {...drawn} />
        </ol>
      );
    case 'code':
      return (
        <pre
          // What scrolls must be reachable with the keyboard.
          tabIndex={0}
          className="overflow-x-auto rounded border border-line bg-raised px-3 py-2 font-mono text-small print:whitespace-pre-wrap"
        >
          <code>
            <Pieces part={block} quote={drawn.quote} />
          </code>
        </pre>
      );
  }
};

const LIST = `grid gap-y-1 pl-6 marker:text-muted ${TEXT}`;

const Items = ({ items, ...drawn }: Drawn & { readonly items: readonly ListItem[] }) =>
  items.map(({ depth, spans }, index) => (
    <li key={index} style={{ marginLeft: `${depth * 1.25}rem` }}>
      <Spans spans={spans} {...drawn} />
    </li>
  ));

const Spans = ({ spans, quote, arriving }: Drawn & { readonly spans: readonly Span[] }) =>
  spans.map((span) => (
    <Styled key={span.at} style={span.style}>
      {arriving ? <Words {...span} /> : <Pieces part={span} quote={quote} />}
    </Styled>
  ));

/** A part of what was typed, with what of it is quoted marked. */
const Pieces = ({
  part,
  quote,
}: {
  readonly part: Parameters<typeof piecesOf>[0];
  readonly quote: Range | undefined;
}) =>
  piecesOf(part, quote).map(({ text, quoted }, index) => (quoted ? <Mark key={index}>{text}</Mark> : text));

const Styled = ({ style, children }: { readonly style: Span['style']; readonly children: ReactNode }) => {
  switch (style) {
    case 'plain':
      return children;
    case 'strong':
      return <strong className="font-strong">{children}</strong>;
    case 'emphasis':
      return <em>{children}</em>;
    case 'code':
      return <code className="rounded bg-line/60 px-1 font-mono text-[0.9em]">{children}</code>;
  }
};

/** As quickly as one can read along, and a long line no longer than a second and a half. */
const CHARACTER_MS = 6;
const LATEST_MS = 1350;
export const ARRIVING_MS = 1500;

const Words = ({ text, at }: Span) =>
  [...text.matchAll(/\S+\s*|\s+/g)].map(({ 0: word, index }) => (
    <span
      key={index}
      className="arriving"
      style={{ animationDelay: `${Math.min((at + index) * CHARACTER_MS, LATEST_MS)}ms` }}
    >
      {word}
    </span>
  ));
