import { asSentence } from '@dryrun/domain';
import type { Evidence } from '@dryrun/domain';
import { useContext } from 'react';
import { LINK } from '../base/button.ts';
import { PlacesContext } from './places-context.ts';

export type Press = (turn: number, quote?: string) => void;

type Props = {
  readonly evidence: readonly Evidence[];
  readonly onPress: Press;
  readonly noteOf?: (piece: Evidence) => string | undefined;
};

/** What a mark rests on, each with what it shows. Words can be pressed: the replay goes to where they were said. */
export const EvidenceList = ({ evidence, onPress, noteOf }: Props) =>
  evidence.length > 0 && (
    <ul className="grid gap-y-3">
      {evidence.map((piece, index) => (
        <li key={index} className={`border-l-2 pl-3 ${EDGES[piece.polarity]}`}>
          <span className="sr-only">{piece.polarity === 'strength' ? 'Strength: ' : 'Concern: '}</span>
          {piece.kind !== 'absence' && <Source piece={piece} onPress={onPress} />}
          <p className="text-pretty text-small">
            {asSentence(piece.reading)}
            {piece.kind === 'quote' && piece.prompted !== 'unprompted' && (
              <span className="text-muted"> {PROMPTED[piece.prompted]}</span>
            )}
            {noteOf?.(piece) && <span className="text-muted"> {noteOf(piece)}</span>}
            {piece.kind === 'absence' && <Occasion turn={piece.opportunity.turn} onPress={onPress} />}
          </p>
        </li>
      ))}
    </ul>
  );

/** What was not said has no words to press: one goes to where they could have come. */
const Occasion = ({ turn, onPress }: { readonly turn: number; readonly onPress: Press }) => {
  const { timeOf } = useContext(PlacesContext);
  const time = timeOf?.(turn);
  return (
    <>
      {' '}
      <QuoteButton
        text={time === undefined ? 'See where' : `See where, at ${time}`}
        onPress={() => onPress(turn)}
        look="inline"
      />
    </>
  );
};

type SourceProps = { readonly piece: Exclude<Evidence, { kind: 'absence' }>; readonly onPress: Press };

const Source = ({ piece, onPress }: SourceProps) => {
  const { toRun, toElement, timeOf } = useContext(PlacesContext);
  switch (piece.kind) {
    case 'quote':
      return (
        <>
          <QuoteButton
            text={`“${piece.quote}”`}
            onPress={() => onPress(piece.turn, piece.quote)}
            look="serif"
          />{' '}
          <span className="whitespace-nowrap text-muted text-small">{timeOf?.(piece.turn)}</span>
        </>
      );
    case 'board':
      return (
        <Elsewhere
          said="On the board:"
          name={piece.element}
          onPress={toElement && (() => toElement(piece.element))}
        />
      );
    case 'run':
      return (
        <Elsewhere
          said="In a run:"
          name={piece.run.slice(0, 8)}
          onPress={toRun && (() => toRun(piece.run))}
        />
      );
  }
};

type ElsewhereProps = {
  readonly said: string;
  readonly name: string;
  readonly onPress: (() => void) | undefined;
};

const Elsewhere = ({ said, name, onPress }: ElsewhereProps) => (
  <p className="text-small">
    {said}{' '}
    {onPress ? (
      <button type="button" onClick={onPress} className={`min-h-7 font-mono wrap-anywhere ${LINK}`}>
        {name}
      </button>
    ) : (
      <span className="font-mono">{name}</span>
    )}
  </p>
);

type QuoteProps = { readonly text: string; readonly onPress: () => void; readonly look?: 'serif' | 'inline' };

export const QuoteButton = ({ text, onPress, look }: QuoteProps) => (
  <button
    type="button"
    onClick={onPress}
    title="Show it in the replay"
    className={`text-pretty text-left wrap-anywhere underline decoration-line underline-offset-4 transition-colors hover:decoration-accent ${look === 'inline' ? 'min-h-6 decoration-edge' : 'min-h-7'} ${look === 'serif' ? 'font-serif' : 'text-small'}`}
  >
    {text}
  </button>
);

const EDGES = { strength: 'border-strength', concern: 'border-concern' } as const;
const PROMPTED = { prompted: 'It came after a question.', hinted: 'It came after a hint.' } as const;
