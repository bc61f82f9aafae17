/** A board in words, for whoever does not look at it: every box with what it is, and where its arrows go. */
import type { Board, BoardConnection } from '@dryrun/domain';

export type OutlinedBox = {
  readonly id: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly arrows: readonly { readonly id: string; readonly text: string }[];
};

type Kinds = ReadonlyMap<string, { readonly name: string }>;

export const outlineOf = (
  { components, connections }: Board,
  kinds: Kinds = new Map(),
): readonly OutlinedBox[] => {
  const names = new Map(components.map(({ id, name }) => [id, name || id]));
  return components.map(({ id, name, kind, shape }) => ({
    id,
    name: name || id,
    kind: kinds.get(id)?.name ?? kind?.replaceAll('-', ' ') ?? shape,
    arrows: connections
      .filter(({ from }) => from === id)
      .map((arrow) => ({ id: arrow.id, text: arrowText(arrow, names.get(arrow.to) ?? arrow.to) })),
  }));
};

const arrowText = ({ label, settings }: BoardConnection, to: string): string =>
  [`to ${to}`, label, settings?.['mode'] === 'async' ? 'without waiting' : undefined]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
