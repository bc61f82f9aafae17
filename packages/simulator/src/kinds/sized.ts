/** What a kind can make of its settings, and what it knows around it. */
import type { Values } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import type { Node, WorkClass } from '../model.ts';

/** What can follow from the kind: the rest of a node is the same for all. */
export type Sized = Partial<
  Pick<
    Node,
    | 'service'
    | 'servers'
    | 'work'
    | 'hours'
    | 'ready'
    | 'window'
    | 'stops'
    | 'errorRate'
    | 'pricePerRequest'
    | 'facts'
    | 'notes'
  >
>;

export type Around = { readonly palette: Palette; readonly classes: readonly WorkClass[] };

export type Sizing = (settings: Values, around: Around) => Sized;
