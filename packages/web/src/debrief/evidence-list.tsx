import type { Evidence } from '@dryrun/domain';

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
          <Source piece={piece} onPress={onPress} />
          <p className="text-pretty text-small first-letter:uppercase">
            {piece.reading}
            {piece.kind === 'quote' && piece.prompted !== 'unprompted' && (
              <span className="text-muted"> {PROMPTED[piece.prompted]}</span>
            )}
            {noteOf?.(piece) && <span className="text-muted"> {noteOf(piece)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );

const Source = ({ piece, onPress }: { readonly piece: Evidence; readonly onPress: Press }) => {
  switch (piece.kind) {
    case 'quote':
      return <QuoteButton text={`“${piece.quote}”`} onPress={() => onPress(piece.turn, piece.quote)} serif />;
    case 'absence':
      return <QuoteButton text="Where it could have come" onPress={() => onPress(piece.opportunity.turn)} />;
    case 'board':
      return (
        <p className="text-small">
          On the board: <span className="font-mono">{piece.element}</span>
        </p>
      );
    case 'run':
      return (
        <p className="text-small">
          In a run: <span className="font-mono">{piece.run.slice(0, 8)}</span>
        </p>
      );
  }
};

type QuoteProps = { readonly text: string; readonly onPress: () => void; readonly serif?: boolean };

export const QuoteButton = ({ text, onPress, serif = false }: QuoteProps) => (
  <button
    type="button"
    onClick={onPress}
    title="Show it in the replay"
    className={`min-h-7 text-pretty text-left wrap-anywhere underline decoration-line underline-offset-4 transition-colors hover:decoration-accent ${serif ? 'font-serif' : 'text-small'}`}
  >
    {text}
  </button>
);

const EDGES = { strength: 'border-strength', concern: 'border-concern' } as const;
const PROMPTED = { prompted: 'It came after a question.', hinted: 'It came after a hint.' } as const;
