import type { Board } from '@dryrun/domain';
import { memo } from 'react';
import { useKinds } from '../room/use-kinds.ts';
import { arrowBetween, BOX, placed } from './desk.ts';
import type { Bounds, PlacedBox } from './desk.ts';

type Props = { readonly board: Board; readonly bounds: Bounds; readonly fresh: ReadonlySet<string> };

/** The board as it was, to be looked at. What the newest stroke touched is *now*. */
export const BoardPicture = memo(({ board, bounds, fresh }: Props) => {
  const boxes = placed(board);
  const kinds = useKinds(board);
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  return (
    <svg
      role="img"
      aria-label={told(board)}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      className="max-h-full w-full"
      style={{ maxWidth: bounds.width }}
    >
      <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M1 1 7 4 1 7" fill="none" className="stroke-edge" strokeWidth="1.5" />
        </marker>
      </defs>
      {board.connections.map(({ id, from, to, label }) => {
        const [source, target] = [boxOf.get(from), boxOf.get(to)];
        if (!source || !target || source === target) return null;
        return <Arrow key={id} source={source} target={target} label={label} fresh={fresh.has(id)} />;
      })}
      {boxes.map((box) => {
        const kind = kinds.get(box.id)?.name ?? box.kind?.replaceAll('-', ' ');
        return (
          <g key={box.id} transform={`translate(${box.x} ${box.y})`}>
            <rect
              width={BOX.width}
              height={BOX.height}
              rx="6"
              className={`fill-raised ${fresh.has(box.id) ? 'stroke-accent' : 'stroke-edge'}`}
              strokeWidth={fresh.has(box.id) ? 2 : 1}
            />
            <text x="12" y={kind ? 26 : 35} className="fill-ink text-base">
              {shortened(box.name || box.id, 19)}
            </text>
            {kind && (
              <text x="12" y="46" className="fill-muted text-small">
                {shortened(kind, 19)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
});

type ArrowProps = {
  readonly source: PlacedBox;
  readonly target: PlacedBox;
  readonly label: string | undefined;
  readonly fresh: boolean;
};

const Arrow = ({ source, target, label, fresh }: ArrowProps) => {
  const { start, end } = arrowBetween(source, target);
  return (
    <g>
      <path
        d={`M${start.x} ${start.y} ${end.x} ${end.y}`}
        className={fresh ? 'stroke-accent' : 'stroke-edge'}
        strokeWidth={fresh ? 2 : 1.25}
        markerEnd="url(#tip)"
      />
      {label && (
        <text
          x={(start.x + end.x) / 2}
          y={(start.y + end.y) / 2 - 6}
          textAnchor="middle"
          className="fill-muted text-small"
        >
          {shortened(label, 24)}
        </text>
      )}
    </g>
  );
};

/** The picture in words: boxes, then what leads where. */
const told = ({ components, connections }: Board): string => {
  const nameOf = new Map(components.map(({ id, name }) => [id, name || id]));
  const boxes = components.map(({ id }) => nameOf.get(id)).join(', ');
  const arrows = connections.map(({ from, to }) => `${nameOf.get(from)} to ${nameOf.get(to)}`).join(', ');
  return `The board: ${boxes}${arrows ? `. Arrows: ${arrows}` : ''}.`;
};

const shortened = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
