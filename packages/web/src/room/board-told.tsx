import { LINK } from '../base/button.ts';
import type { Place, ToldLine } from './told-reading.ts';
import type { Told } from './use-board-text.ts';

type Props = {
  readonly told: Exclude<Told, { kind: 'failed' }>;
  readonly onPlace: (place: Place) => void;
};

export const BoardTold = ({ told, onPlace }: Props) => {
  switch (told.kind) {
    case 'nothing':
      return <p className="text-muted">Ctrl Enter draws it. It takes the place of what is on the board.</p>;
    case 'reading':
      return <p className="text-muted">Reading…</p>;
    case 'empty':
      return <p role="alert">There is nothing to draw yet: write or paste a design first.</p>;
    case 'misread':
      return (
        <div role="alert" className="border-concern border-l-2 pl-3">
          <p>Nothing was drawn, and what you typed is as it was.</p>
          <Lines lines={told.lines} onPlace={onPlace} />
        </div>
      );
    case 'drawn':
      return (
        <div role="status">
          <p>Drawn.{told.questions.length > 0 && ' Some of it is open:'}</p>
          <Lines lines={told.questions} onPlace={onPlace} />
          {told.more > 0 && <p className="text-muted">And {told.more} more.</p>}
          {!told.hasRate && (
            <p className="text-pretty text-muted">
              The interviewer can run it under a twist once it is known how much arrives: say so in an answer,
              such as “700 requests a second at the peak”, or write a workload into a design in YAML.
            </p>
          )}
        </div>
      );
  }
};

const Lines = ({
  lines,
  onPlace,
}: {
  readonly lines: readonly ToldLine[];
  readonly onPlace: (place: Place) => void;
}) => (
  <ul>
    {lines.map(({ text, place }, index) => (
      <li key={index} className="py-0.5 text-pretty wrap-anywhere">
        {place && (
          <button type="button" onClick={() => onPlace(place)} className={`mr-2 min-h-6 ${LINK}`}>
            Line {place.line}, column {place.column}
          </button>
        )}
        {text}
      </li>
    ))}
  </ul>
);
