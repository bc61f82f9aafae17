import type { Board } from '@dryrun/domain';
import type { BoxLoad } from './board-load.ts';
import { outlineOf } from './outline.ts';
import { useKinds } from './use-kinds.ts';

type Props = {
  readonly board: Board;
  /** What a run says of each. */
  readonly loads?: ReadonlyMap<string, BoxLoad> | undefined;
};

export const BoardOutline = ({ board, loads }: Props) => {
  const kinds = useKinds(board);
  return (
    <ul className="grid gap-y-3">
      {outlineOf(board, kinds).map(({ id, name, kind, arrows }) => (
        <li key={id}>
          <p className="wrap-anywhere">
            <span className="font-strong">{name}</span>
            {kind && <span className="text-muted text-small">, {kind}</span>}
            <span className="text-small">{loadSaid(loads?.get(id))}</span>
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

const loadSaid = (load: BoxLoad | undefined): string =>
  load === undefined ? '' : `: ${load.text}${load.limits ? ', the limit' : ''}`;
