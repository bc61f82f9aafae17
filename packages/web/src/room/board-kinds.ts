/** What each box is: as it was said, or as its name says; nothing where neither does. */
import { kindOfLabel } from '@dryrun/design';
import type { Board, Palette } from '@dryrun/domain';

export type BoxKind = { readonly name: string; readonly isStore: boolean };

export const kindsOn = ({ components }: Board, palette: Palette): ReadonlyMap<string, BoxKind> => {
  const known = new Map(palette.kinds.map((kind) => [kind.id, kind]));
  return new Map(
    components.flatMap(({ id, name, kind: said }) => {
      const kind = known.get(said ?? (kindOfLabel(name, palette) ?? kindOfLabel(id, palette))?.kind ?? '');
      return kind ? [[id, { name: kind.name, isStore: kind.behaves === 'database' }] as const] : [];
    }),
  );
};
