/** What a kind can make of its settings, and what it knows around it. */
import type { Values } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Facts, Node, WorkClass } from '../model.ts';
import { number } from '../settings.ts';

/** What can follow from the kind: the rest of a node is the same for all. */
export type Sized = Partial<
  Pick<
    Node,
    | 'service'
    | 'servers'
    | 'discipline'
    | 'work'
    | 'hours'
    | 'ready'
    | 'window'
    | 'stops'
    | 'rateLimit'
    | 'errorRate'
    | 'pricePerRequest'
    | 'facts'
    | 'notes'
  >
> & {
  /** Dollars a second of one replica, beside what its servers cost. */
  readonly keepingPerS?: number;
};

export type Around = { readonly palette: Palette; readonly classes: readonly WorkClass[] };

export type Sizing = (settings: Values, around: Around) => Sized;

/** The longest that something new waits until it is there. */
export const freshness = (settings: Values): Facts => {
  const every =
    number(settings, 'rebuild') ?? number(settings, 'refresh') ?? number(settings, 'materialised');
  return every === undefined ? {} : { freshnessS: every };
};

/** A month, as prices for keeping have it. */
export const MONTH_S = (365 / 12) * 86_400;
