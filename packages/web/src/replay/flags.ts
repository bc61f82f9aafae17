/** What a debrief rests on, as flags on the timeline: each at the moment it was said, drawn or run. */
import type { Debrief, Evidence, IdeaNames } from '@dryrun/domain';
import { DIMENSION_TITLES, ideaSaid } from '@dryrun/domain';
import { frameOfTurn } from './reel.ts';
import type { Frame, Reel } from './reel.ts';

export type Flag = {
  readonly version: number;
  readonly atMs: number;
  readonly polarity: Evidence['polarity'];
  /** The marks it stands for. */
  readonly of: readonly string[];
  readonly reading: string;
  readonly turn: number | undefined;
  readonly quote: string | undefined;
};

/** In order of time. The same words under two marks are one flag; what is not in the reel has none. */
export const flagsOf = (
  { dimensions, redFlags, concepts, names }: Debrief & { readonly names?: IdeaNames },
  reel: Reel,
): readonly Flag[] => {
  const pieces = [
    ...dimensions.flatMap(({ id, evidence }) =>
      evidence.map((piece) => [DIMENSION_TITLES[id], piece] as const),
    ),
    ...redFlags.flatMap(({ evidence }) => evidence.map((piece) => ['Red flag', piece] as const)),
    ...concepts.flatMap(({ id, evidence }) => evidence.map((piece) => [ideaSaid(id, names), piece] as const)),
  ];
  const flags = new Map<string, Flag>();
  for (const [title, piece] of pieces) {
    const frame = frameOfPiece(reel, piece);
    if (!frame) continue;
    const quote = piece.kind === 'quote' ? piece.quote : undefined;
    const key = [frame.version, piece.polarity, quote ?? piece.reading].join(' ');
    const known = flags.get(key);
    flags.set(key, {
      version: frame.version,
      atMs: frame.atMs,
      polarity: piece.polarity,
      of: [...new Set([...(known?.of ?? []), title])],
      reading: known?.reading ?? piece.reading,
      turn: turnOf(piece),
      quote,
    });
  }
  return [...flags.values()].toSorted((a, b) => a.version - b.version);
};

/** “Strength, trade-offs and architecture”. */
export const flagTitle = ({ polarity, of }: Flag): string => {
  const [first = '', ...more] = of.map(withinLine);
  const last = more.pop();
  const list = [first, ...more].join(', ') + (last === undefined ? '' : ` and ${last}`);
  return `${polarity === 'strength' ? 'Strength' : 'Concern'}, ${list}`;
};

/** What is spelt in capitals keeps them. */
const withinLine = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** The flag one comes to next from a moment, or from the flag one is at. */
export const flagFrom = (
  flags: readonly Flag[],
  current: Flag | undefined,
  version: number,
  direction: 1 | -1,
): Flag | undefined => {
  const at = current ? flags.indexOf(current) : -1;
  if (at >= 0) return flags[at + direction];
  return direction > 0
    ? (flags.find((flag) => flag.version >= version) ?? flags[0])
    : (flags.findLast((flag) => flag.version <= version) ?? flags.at(-1));
};

const turnOf = (piece: Evidence): number | undefined => {
  switch (piece.kind) {
    case 'quote':
      return piece.turn;
    case 'absence':
      return piece.opportunity.turn;
    case 'board':
    case 'run':
      return undefined;
  }
};

const frameOfPiece = (reel: Reel, piece: Evidence): Frame | undefined => {
  switch (piece.kind) {
    case 'quote':
      return frameOfTurn(reel, piece.turn);
    case 'absence':
      return frameOfTurn(reel, piece.opportunity.turn);
    case 'board':
      return reel.find(({ event }) => event.type === 'drew' && event.operations.some(draws(piece.element)));
    case 'run':
      return reel.find(({ event }) => event.type === 'ran' && event.run === piece.run);
  }
};

type Operation = Extract<Frame['event'], { type: 'drew' }>['operations'][number];
const draws = (element: string) => (operation: Operation) =>
  (operation.op === 'place' && operation.component.id === element) ||
  (operation.op === 'connect' && operation.connection.id === element);
