import type { Evidence, IdeaNames } from '@dryrun/domain';
import type { ReactNode } from 'react';
import { BandMark } from '../debrief/band-mark.tsx';
import { DIMENSION_TITLES, ideaSaid, levelSaid } from '@dryrun/domain';
import type { NamedDebrief } from '../debrief/debrief-api.ts';
import { EvidenceList } from '../debrief/evidence-list.tsx';
import type { Press } from '../debrief/evidence-list.tsx';
import { CHANGE_WORDS, onlyIn, rowsOf, summaryOf, WHERE_WORDS } from './compare.ts';
import type { Cell, Change, Where } from './compare.ts';

type Props = {
  readonly first: NamedDebrief;
  readonly again: NamedDebrief;
  readonly turns: number;
  readonly onlyDiffering: boolean;
  readonly onPressFirst: Press;
  readonly onPressAgain: Press;
};

export const CompareRows = ({ first, again, turns, onlyDiffering, onPressFirst, onPressAgain }: Props) => {
  const rows = rowsOf(first, again, turns);
  const shown = onlyDiffering ? rows.filter(({ change }) => change !== 'same') : rows;
  const [levelFirst, levelAgain] = [levelSaid(first.levelReading), levelSaid(again.levelReading)];
  return (
    <>
      <p role="status" className="pt-6 font-serif text-large lg:pl-54">
        {summaryOf(rows)}
      </p>
      <Row title="Level" change={levelFirst === levelAgain ? 'The same' : 'Another reading'}>
        <Side name="First">
          <p className="font-strong">{levelFirst}</p>
        </Side>
        <Side name="Again">
          <p className="font-strong">{levelAgain}</p>
        </Side>
      </Row>
      {shown.map(({ id, first: one, again: other, change }) => (
        <Row key={id} title={DIMENSION_TITLES[id]} change={CHANGE_WORDS[change]} moved={MOVES[change]}>
          <Side name="First">
            <Mark cell={one} onlyDiffering={onlyDiffering} onPress={onPressFirst} />
          </Side>
          <Side name="Again">
            <Mark cell={other} onlyDiffering={onlyDiffering} onPress={onPressAgain} />
          </Side>
        </Row>
      ))}
      <Items
        title="Red flags"
        names={NO_NAMES}
        first={first.redFlags.map(({ id }) => id)}
        again={again.redFlags.map(({ id }) => id)}
        onlyDiffering={onlyDiffering}
      />
      <Items
        title="Missed moments"
        names={{ ...first.names, ...again.names }}
        first={first.missed.map(({ item }) => item)}
        again={again.missed.map(({ item }) => item)}
        onlyDiffering={onlyDiffering}
      />
    </>
  );
};

type RowProps = {
  readonly title: string;
  readonly change: string;
  readonly moved?: 'up' | 'down' | 'otherwise' | undefined;
  readonly children: ReactNode;
};

/** What differs has its words in ink and a sign; what does not is quiet. */
const Row = ({ title, change, moved, children }: RowProps) => (
  <section
    aria-label={title}
    className="grid gap-x-10 gap-y-4 border-line border-b py-5 sm:grid-cols-2 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]"
  >
    <div className="sm:col-span-2 lg:col-span-1">
      <h3 className="font-strong">{title}</h3>
      <p className={`text-small ${moved ? TONES[moved] : 'text-muted'}`}>
        {moved && <span aria-hidden="true">{SIGNS[moved]} </span>}
        {change}
      </p>
    </div>
    {children}
  </section>
);

const Side = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="min-w-0">
    <p className="mb-1 text-muted text-small sm:sr-only">{name}</p>
    {children}
  </div>
);

type MarkProps = { readonly cell: Cell; readonly onlyDiffering: boolean; readonly onPress: Press };

const Mark = ({ cell, onlyDiffering, onPress }: MarkProps) => {
  const pieces = onlyDiffering ? cell.pieces.filter(({ where }) => where !== 'in-both') : cell.pieces;
  const whereOf = new Map<Evidence, Where>(pieces.map(({ evidence, where }) => [evidence, where]));
  return (
    <>
      <BandMark band={cell.band} />
      <div className="mt-3 max-w-[40rem]">
        <EvidenceList
          evidence={pieces.map(({ evidence }) => evidence)}
          onPress={onPress}
          noteOf={(piece) => WHERE_WORDS[whereOf.get(piece) ?? 'in-both']}
        />
        {pieces.length === 0 && <p className="text-muted text-small">No words are quoted for it here.</p>}
      </div>
    </>
  );
};

type ItemsProps = {
  readonly title: string;
  readonly names: IdeaNames;
  readonly first: readonly string[];
  readonly again: readonly string[];
  readonly onlyDiffering: boolean;
};

const NO_NAMES: IdeaNames = {};

const Items = ({ title, names, first, again, onlyDiffering }: ItemsProps) => {
  const [one, other] = [onlyIn(first, again, String), onlyIn(again, first, String)];
  const differs = [...one, ...other].some(({ onlyHere }) => onlyHere);
  if (onlyDiffering && !differs) return null;
  const list = (items: typeof one) =>
    items.length === 0 ? (
      <p className="text-muted">None.</p>
    ) : (
      <ul>
        {items
          .filter(({ onlyHere }) => onlyHere || !onlyDiffering)
          .map(({ value, onlyHere }) => (
            <li key={value}>
              {ideaSaid(value, names)}{' '}
              <span className="text-muted text-small">{onlyHere ? 'only here' : 'in both'}</span>
            </li>
          ))}
      </ul>
    );
  return (
    <Row title={title} change={differs ? 'Differs' : 'The same'} moved={differs ? 'otherwise' : undefined}>
      <Side name="First">{list(one)}</Side>
      <Side name="Again">{list(other)}</Side>
    </Row>
  );
};

const MOVES: Readonly<Record<Change, RowProps['moved']>> = {
  same: undefined,
  'other-evidence': 'otherwise',
  up: 'up',
  down: 'down',
  'now-shown': 'otherwise',
  'no-longer-shown': 'otherwise',
};
const SIGNS = { up: '↑', down: '↓', otherwise: '≠' } as const;
const TONES = { up: 'text-strength', down: 'text-concern', otherwise: 'text-ink' } as const;
