import type { Board } from '@dryrun/domain';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { LINK, QUIET } from '../base/button.ts';
import { plural } from '../base/plural.ts';
import { loadsOf } from './board-load.ts';
import { BoardOutline } from './board-outline.tsx';
import { BoardRun } from './board-run.tsx';
import { BoardText } from './board-text.tsx';
import { LazyDrawing } from './lazy-drawing.tsx';
import { RunFiguresTable } from './run-figures.tsx';
import type { useBoard } from './use-board.ts';

type Props = {
  readonly board: Board;
  readonly desk: ReturnType<typeof useBoard>;
  /** Nothing more is drawn on it. */
  readonly closed: boolean;
  readonly outline: Action;
  readonly write: Action;
  readonly run: Action;
  /** The way to lines of the interviewer that came out of sight; nothing where there are none. */
  readonly unheard: Action | undefined;
};

/** The desk beside the talk: the board as it stands, drawn or in words, and where one writes it. */
export const BoardPane = ({ board, desk, closed, outline, write, run, unheard }: Props) => {
  const { outlined, writing, shut, written, paused, field, trying } = desk;
  const { ran } = trying;
  const isEmpty = board.components.length === 0;
  return (
    <section aria-labelledby="board-title" className="@container flex h-full min-h-0 flex-col short:h-auto">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 pt-2 sm:px-6">
        <h2 id="board-title" className="font-strong">
          Board
        </h2>
        <p className="flex-1 text-muted text-small">{!isEmpty && countedOf(board)}</p>
        {unheard && (
          <button
            type="button"
            onClick={unheard.run}
            title={tooltip(unheard)}
            className={`min-h-8 text-accent text-small ${LINK}`}
          >
            The interviewer spoke
          </button>
        )}
        <Toggle action={outline} pressed={outlined} text="Outline" />
        {!closed && <Toggle action={write} pressed={writing} text="Text" onShut={shut} />}
      </div>
      {!closed && <BoardRun trying={trying} action={run} isEmpty={isEmpty} />}
      <div className="flex min-h-0 flex-1 flex-col @min-[56rem]:flex-row">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <div
            // What scrolls must be reachable with the keyboard.
            tabIndex={0}
            role="group"
            aria-label={outlined ? 'The board in words' : 'The board, drawn'}
            className="flex min-h-32 min-w-0 flex-1 flex-col overflow-auto px-4 py-2 -outline-offset-2 sm:px-6 short:overflow-visible"
          >
            {isEmpty ? (
              <Nothing closed={closed} />
            ) : outlined ? (
              <BoardOutline board={board} loads={ran && loadsOf(ran)} />
            ) : (
              <div className="min-h-0 flex-1 short:min-h-60">
                <LazyDrawing board={board} name="The board" loads={ran && loadsOf(ran)} />
              </div>
            )}
          </div>
          {ran && <RunFiguresTable board={board} ran={ran} />}
        </div>
        {writing && !closed && (
          <BoardText written={written} paused={paused} isEmpty={isEmpty} field={field} />
        )}
      </div>
    </section>
  );
};

const countedOf = ({ components, connections }: Board) =>
  `${plural(components.length, 'box', 'boxes')}, ${plural(connections.length, 'arrow')}`;

const Nothing = ({ closed }: { readonly closed: boolean }) => (
  <p className="m-auto max-w-80 text-balance text-center text-muted">
    {closed
      ? 'Nothing was drawn.'
      : 'Nothing is drawn yet. Write a few boxes and arrows, and they appear here.'}
  </p>
);

type ToggleProps = {
  readonly action: Action;
  readonly pressed: boolean;
  readonly text: string;
  /** What pressing it again does, where its key does not. */
  readonly onShut?: () => void;
};

const Toggle = ({ action, pressed, text, onShut }: ToggleProps) => (
  <button
    type="button"
    onClick={() => (pressed && onShut ? onShut() : action.enabled() && action.run())}
    aria-pressed={pressed}
    aria-keyshortcuts={action.keys.join(' ')}
    title={tooltip(action)}
    className={`${QUIET} aria-pressed:bg-accent-soft aria-pressed:text-ink aria-pressed:inset-ring aria-pressed:inset-ring-edge`}
  >
    {text}
  </button>
);
