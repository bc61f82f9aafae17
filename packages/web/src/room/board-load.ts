/** What a run of the board as it stands says of it: for the boxes, and for the table beneath. */
import { rateSaid } from '@dryrun/interview';
import type { View } from '@dryrun/interview';

export type Ran = View['runs'][number];
export type Figures = NonNullable<Ran['figures']>;
/** Of a box: in a few words, how full between 0 and 1, and whether it is what limits the board. */
export type BoxLoad = { readonly text: string; readonly busy: number; readonly limits: boolean };

/** The newest run of the board as it stands; one of a board that was changed since says nothing of this one. */
export const ranAsItStands = ({ runs, boards }: View): Ran | undefined =>
  runs.findLast((run) => run.boards === boards && run.figures !== undefined);

export const loadsOf = ({ bottleneck, figures }: Ran): ReadonlyMap<string, BoxLoad> =>
  new Map(
    (figures?.components ?? []).flatMap(({ id, utilisation, queue }) => {
      const limits = id === bottleneck;
      const parts = [busySaid(utilisation), waitingSaid(queue)].filter((part) => part !== undefined);
      return parts.length === 0 && !limits
        ? []
        : [
            [
              id,
              { text: parts.join(', ') || 'no limit', busy: Math.min(1, utilisation ?? 0), limits },
            ] as const,
          ];
    }),
  );

const FULL = 0.995;

export const busySaid = (utilisation: number | undefined): string | undefined =>
  utilisation === undefined
    ? undefined
    : utilisation >= FULL
      ? 'full'
      : utilisation > 0 && utilisation < 0.01
        ? 'under 1 % busy'
        : `${Math.round(utilisation * 100)} % busy`;

/** Fewer than one in the mean is nobody to speak of. */
const waitingSaid = (queue: number | undefined): string | undefined =>
  queue === undefined || queue < 1 ? undefined : `${grouped(queue)} waiting`;

export const grouped = (value: number): string => {
  const rounded = value >= 100 ? Number(value.toPrecision(3)) : Number(value.toPrecision(2));
  return rounded.toLocaleString('en-GB', { maximumFractionDigits: 2 });
};

/** What is known of what arrives: as the board was drawn with it, or as it was said. */
export const arrivingAt = ({ board, turns, runs }: View): number | undefined => {
  const own = (board.required?.workloads ?? []).map((workload) => Number(workload['rps']));
  if (own.length > 0) return own.every((rps) => rps > 0) ? own.reduce((sum, rps) => sum + rps, 0) : undefined;
  return rateSaid(turns) ?? runs.findLast(({ changed }) => !changed)?.figures?.arrivingRps;
};

/** “5,000”, “5k” and “1.2 million” as a number; nothing where it is none above zero. */
export const rateTyped = (typed: string): number | undefined => {
  const [, figure = '', scale = ''] =
    /^\s*(\d[\d,. ]*?)\s*(k|m|thousand|million)?\s*(?:\/\s*s|rps|qps)?\s*$/i.exec(typed) ?? [];
  const value = Number(figure.replaceAll(/[, ]/g, '')) * (SCALES[scale.charAt(0).toLowerCase()] ?? 1);
  return figure !== '' && Number.isFinite(value) && value > 0 && value <= RATE_MOST ? value : undefined;
};

const SCALES: Readonly<Record<string, number>> = { k: 1e3, t: 1e3, m: 1e6 };
const RATE_MOST = 1e9;
