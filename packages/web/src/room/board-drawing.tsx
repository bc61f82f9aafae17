import { BOX, deskIn, drawnOn, READABLE, storeOutline } from '@dryrun/design';
import type { DrawnArrow, DrawnBox } from '@dryrun/design';
import type { Board } from '@dryrun/domain';
import { useId, useMemo, useRef } from 'react';
import { plural } from '../base/plural.ts';
import { useRoomAround } from '../base/use-room-around.ts';
import type { BoxLoad } from './board-load.ts';
import type { BoxKind } from './board-kinds.ts';
import { useKinds } from './use-kinds.ts';

type Props = {
  readonly board: Board;
  readonly name: string;
  /** The picture in words, where no outline stands beside it. */
  readonly told?: string;
  /** Boxes and arrows that are pointed at. */
  readonly marked?: ReadonlySet<string>;
  /** All boards that are looked at one after another: a box has one place on them, and all of it is in sight. */
  readonly among?: readonly Board[];
  /** What a run says of its boxes; it stands where what they are does otherwise. */
  readonly loads?: ReadonlyMap<string, BoxLoad> | undefined;
  /** How high it may become where it has no room of its own; else it takes what there is. */
  readonly highest?: number;
};

/** As large as there is room for, and never so small that it cannot be read: then it is moved about in its pane. */
export const BoardDrawing = ({ board, name, told, marked = NONE, among, loads, highest }: Props) => {
  const head = useId();
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoomAround(frame);
  const kinds = useKinds(board);
  // What comes and goes beneath a board that is looked at through time must not turn it: its shape is chosen by its width.
  const across = room.width;
  const down = highest ?? (among ? SHAPE * across : room.height);
  const desk = useMemo(
    () => deskIn(among ?? [board], { width: across, height: down }),
    [among, board, across, down],
  );
  const { width, height, boxes, arrows } = useMemo(() => drawnOn(desk, board), [desk, board]);
  const least = among ? 0 : READABLE;
  const counted = `${plural(boxes.length, 'box', 'boxes')}, ${plural(arrows.length, 'arrow')}`;
  return (
    <div ref={frame} className="grid h-full min-h-0">
      <svg
        role="img"
        aria-label={told ?? `${name}: ${counted}. The outline lists them.`}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio={among ? 'xMidYMin' : undefined}
        className={`block h-auto max-h-full w-full font-sans ${among ? 'mx-auto' : 'm-auto'}`}
        style={{
          maxWidth: `${width / 16}rem`,
          minWidth: `${(least * width) / 16}rem`,
          minHeight: `${(least * height) / 16}rem`,
          ...(highest !== undefined && { maxHeight: `${Math.max(highest, least * height) / 16}rem` }),
        }}
      >
        <marker
          id={head}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M1 1 7.5 4 1 7" fill="none" className="stroke-muted" strokeWidth="1.25" />
        </marker>
        {arrows.map((arrow) => (
          <Arrow key={arrow.id} arrow={arrow} head={head} marked={marked.has(arrow.id)} />
        ))}
        {boxes.map((box) => (
          <Box
            key={box.id}
            box={box}
            kind={kinds.get(box.id)}
            marked={marked.has(box.id)}
            load={loads?.get(box.id)}
          />
        ))}
        {arrows.map(({ id, label }) => label && <Label key={id} label={label} />)}
      </svg>
    </div>
  );
};

const SHAPE = 0.75;
const NONE: ReadonlySet<string> = new Set();

type BoxProps = {
  readonly box: DrawnBox;
  readonly kind: BoxKind | undefined;
  readonly marked: boolean;
  readonly load: BoxLoad | undefined;
};

const Box = ({ box, kind: known, marked, load }: BoxProps) => {
  const { x, y, lines } = box;
  const isStore = box.isStore || known?.isStore === true;
  const kind = load?.text ?? known?.name ?? box.kind;
  const outline = load?.limits
    ? { className: 'fill-raised stroke-overload', strokeWidth: 3 }
    : {
        className: marked ? 'fill-accent-soft stroke-accent' : 'fill-raised stroke-edge',
        strokeWidth: marked ? 2 : 1,
      };
  const rows = lines.length + (kind === undefined ? 0 : 1);
  const first = y + BOX.height / 2 - (rows - 1) * 9 + (isStore ? 9 : 5);
  return (
    <g>
      {isStore ? (
        <path d={storeOutline(box)} {...outline} />
      ) : (
        <rect x={x} y={y} width={BOX.width} height={BOX.height} rx="6" {...outline} />
      )}
      {lines.map((text, row) => (
        <text
          key={row}
          x={x + BOX.width / 2}
          y={first + row * 18}
          textAnchor="middle"
          fontSize="14"
          fontWeight="600"
          className="fill-ink"
        >
          {text}
        </text>
      ))}
      {kind !== undefined && (
        <text
          x={x + BOX.width / 2}
          y={first + lines.length * 18}
          textAnchor="middle"
          fontSize="12"
          className={load ? 'fill-ink' : 'fill-muted'}
        >
          {kind}
        </text>
      )}
      {load && <Busy box={box} load={load} />}
    </g>
  );
};

const LEAST_SHOWN = 0.02;

/** How full it is, as far as its lower edge is drawn over; what limits the board says so above it. */
const Busy = ({
  box: { x, y },
  load: { busy, limits },
}: {
  readonly box: DrawnBox;
  readonly load: BoxLoad;
}) => (
  <>
    <rect
      x={x + 8}
      y={y + BOX.height - 6}
      width={busy < LEAST_SHOWN ? 0 : (BOX.width - 16) * busy}
      height="3"
      className={limits ? 'fill-overload' : 'fill-muted'}
    />
    {limits && (
      <text
        x={x + 4}
        y={y - 6}
        fontSize="12"
        fontWeight="600"
        strokeWidth="5"
        strokeLinejoin="round"
        paintOrder="stroke"
        className="fill-overload stroke-paper"
      >
        ▲ the limit
      </text>
    )}
  </>
);

type ArrowProps = { readonly arrow: DrawnArrow; readonly head: string; readonly marked: boolean };

const Arrow = ({ arrow, head, marked }: ArrowProps) => (
  <path
    d={arrow.path}
    fill="none"
    strokeWidth={marked ? 2.5 : 1.25}
    strokeDasharray={arrow.dotted ? '4 4' : undefined}
    markerEnd={`url(#${head})`}
    className={marked ? 'stroke-accent' : 'stroke-muted'}
  />
);

/** On a halo of paper, so that the line behind it does not strike it through. */
const Label = ({ label: { x, y, text } }: { readonly label: NonNullable<DrawnArrow['label']> }) => (
  <text
    x={x}
    y={y + 4}
    textAnchor="middle"
    fontSize="12"
    strokeWidth="5"
    strokeLinejoin="round"
    paintOrder="stroke"
    className="fill-muted stroke-paper"
  >
    {text}
  </text>
);
