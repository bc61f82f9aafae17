/** Two panes and the seam between them: how much each has, and whether one has everything. */
export type Side = 'talk' | 'board';
export type Panes = {
  /** What of a hundred the conversation has, while both are there. */
  readonly share: number;
  readonly whole: Side | undefined;
  /** The one in sight where there is room for one. */
  readonly tab: Side;
};

export const LEAST = 30;
export const MOST = 70;
const STEP = 2;

export const BOTH: Panes = { share: 50, whole: undefined, tab: 'talk' };

export const dragged = (panes: Panes, share: number): Panes => ({
  ...panes,
  share: Math.round(Math.min(MOST, Math.max(LEAST, share))),
  whole: undefined,
});

/** Where a key moves the seam; undefined where the key is none of its own. */
export const stepped = (panes: Panes, key: string): Panes | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return dragged(panes, panes.share - STEP);
    case 'ArrowRight':
      return dragged(panes, panes.share + STEP);
    case 'Home':
      return dragged(panes, LEAST);
    case 'End':
      return dragged(panes, MOST);
    default:
      return undefined;
  }
};

/** Everything for one side; asked for again, both are back. Where there is room for one, that one is shown. */
export const given = (panes: Panes, side: Side, roomForBoth: boolean): Panes =>
  roomForBoth ? { ...panes, whole: panes.whole === side ? undefined : side } : { ...panes, tab: side };

export const isShown = ({ whole, tab }: Panes, side: Side, roomForBoth: boolean): boolean =>
  roomForBoth ? whole === undefined || whole === side : tab === side;

/** What was remembered, as far as it still means something. */
export const panesFrom = (text: string | undefined): Panes => {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    const field = (name: string): unknown =>
      typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined;
    const share = field('share');
    const panes = typeof share === 'number' && Number.isFinite(share) ? dragged(BOTH, share) : BOTH;
    return { ...panes, whole: sideOf(field('whole')), tab: sideOf(field('tab')) ?? BOTH.tab };
  } catch {
    return BOTH;
  }
};

const sideOf = (value: unknown): Side | undefined =>
  value === 'talk' || value === 'board' ? value : undefined;
