import type { Board } from '@dryrun/domain';
import { outlineOf } from './outline.ts';
import { useKinds } from './use-kinds.ts';

export const BoardOutline = ({ board }: { readonly board: Board }) => {
  const kinds = useKinds(board);
  return (
    <ul className="grid gap-y-3">
      {outlineOf(board, kinds).map(({ id, name, kind, arrows }) => (
        <li key={id}>
          <p className="wrap-anywhere">
            <span className="font-strong">{name}</span>
            {kind && <span className="text-muted text-small">, {kind}</span>}
          </p>
          {arrows.length > 0 && (
            <ul className="text-small">
              {arrows.map((arrow) => (
                <li key={arrow.id} className="wrap-anywhere pl-4">
                  {arrow.text}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
};
