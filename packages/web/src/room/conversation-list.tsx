import type { Ref } from 'react';
import { interviewPath } from '../base/route.ts';
import { LINK } from '../base/button.ts';
import type { Item, Pressed } from './conversation.ts';
import { SaidLine, SendingLine } from './lines.tsx';
import { RunCard } from './run-card.tsx';

type Props = {
  readonly box?: Ref<HTMLElement>;
  readonly items: readonly Item[];
  readonly onBranch: ((version: number) => void) | undefined;
  readonly thinking?: boolean;
  /** What is of a later version came while somebody was here; without it, all of it was here before. */
  readonly since?: number;
  /** Whether it scrolls in itself wherever it stands beside something, or in every window that is tall enough. */
  readonly pane?: 'beside' | 'tall';
  /** The turn that a piece of evidence points at. */
  readonly pressed?: Pressed | undefined;
  readonly onBack?: () => void;
};

/** Newest at the bottom. Below a certain height of the window the page scrolls, and not this. */
export const Conversation = ({
  box,
  items,
  onBranch,
  thinking = false,
  since = Number.POSITIVE_INFINITY,
  pane = 'tall',
  pressed,
  onBack,
}: Props) => (
  <section
    ref={box}
    aria-label="Conversation"
    // What scrolls must be reachable with the keyboard.
    tabIndex={0}
    // What is said to screen readers alone has its place in it, too, or the page would grow with it.
    className={`@container relative -outline-offset-2 ${PANES[pane]}`}
  >
    <ol className="mx-auto max-w-[46rem] px-4 pt-6 pb-8 sm:px-6">
      {items.map((item) => {
        switch (item.kind) {
          case 'phase':
            return <PhaseHead key={item.key} title={item.title} />;
          case 'mark':
            return <MarkLine key={item.key} text={item.text} interview={item.interview} />;
          case 'ran':
            return (
              <RunCard
                key={item.key}
                run={item.run}
                pressed={pressed?.run === item.run.hash}
                onBack={onBack}
              />
            );
          case 'sending':
            return <SendingLine key={item.key} text={item.text} state={item.state} />;
          case 'said':
            return (
              <SaidLine
                key={item.key}
                line={item}
                onBranch={item.mayBranch ? onBranch : undefined}
                pressed={pressed?.turn === item.turn ? pressed : undefined}
                onBack={onBack}
                live={item.version > since}
              />
            );
        }
      })}
      {thinking && (
        <li className="mt-5 text-muted text-small @min-[32rem]:pl-28">
          <span aria-hidden="true">…</span>
          <span className="sr-only">The interviewer is about to speak.</span>
        </li>
      )}
    </ol>
  </section>
);

const PANES = {
  tall: 'h-full overflow-y-auto overscroll-contain short:h-auto short:overflow-visible',
  beside: 'lg:min-h-0 lg:flex-1 lg:overflow-y-auto lg:overscroll-contain',
} as const;

const PhaseHead = ({ title }: { readonly title: string }) => (
  <li className="mt-10 flex items-center gap-4 text-muted text-small first:mt-0">
    <h2 className="first-letter:uppercase">{title}</h2>
    <span aria-hidden="true" className="h-px flex-1 bg-line" />
  </li>
);

const MarkLine = ({
  text,
  interview,
}: {
  readonly text: string;
  readonly interview?: string | undefined;
}) => (
  <li className="mt-4 text-muted text-small @min-[32rem]:pl-28">
    {text}
    {interview && (
      <>
        {'. '}
        <a href={interviewPath(interview)} className={LINK}>
          The interview it branches from
        </a>
      </>
    )}
  </li>
);
