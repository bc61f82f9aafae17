import type { Board } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import type { ReactNode } from 'react';
import { clockFace } from '../base/interview-time.ts';
import { runBriefly } from '../room/run-said.ts';
import { BoardPicture } from './board-picture.tsx';

type Props = {
  readonly view: View;
  readonly boards: readonly Board[];
  readonly fresh: ReadonlySet<string>;
  /** Something is listed beside the board at some moment: its room is kept at all of them. */
  readonly listed: boolean;
};

/** What lay on the desk beside the talk: the board, its runs, your notes. */
export const DeskPane = ({ view: { board, runs, notes }, boards, fresh, listed }: Props) => (
  <aside
    aria-label="Board, runs and notes"
    tabIndex={0}
    className="-outline-offset-2 flex min-h-0 flex-col gap-x-8 gap-y-5 overflow-y-auto border-line px-6 py-6 max-lg:border-t lg:border-l sm:flex-row short:overflow-visible"
  >
    <div className="min-h-48 min-w-0 flex-1">
      {board.components.length > 0 ? (
        <BoardPicture board={board} boards={boards} fresh={fresh} />
      ) : (
        <p className="text-muted text-small">Nothing is on the board at this moment.</p>
      )}
    </div>
    {listed && (
      <div className="grid content-start gap-y-5 sm:w-52">
        {runs.length > 0 && (
          <Part title="Runs">
            {runs.map(({ run, load, bottleneck, holds, full, figures, atMs }, index) => (
              <Row key={`${run}-${index}`} atMs={atMs}>
                {runBriefly({ load, busiest: nameOn(board, bottleneck), holds, full, figures })}
              </Row>
            ))}
          </Part>
        )}
        {notes.length > 0 && (
          <Part title="Your notes">
            {notes.map(({ atMs, text }, index) => (
              <Row key={index} atMs={atMs}>
                {text}
              </Row>
            ))}
          </Part>
        )}
      </div>
    )}
  </aside>
);

const nameOn = ({ components }: Board, element: string | undefined) =>
  components.find(({ id }) => id === element)?.name || element;

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="text-small">
    <h2 className="mb-1 text-muted">{title}</h2>
    <ul>{children}</ul>
  </section>
);

const Row = ({ atMs, children }: { readonly atMs: number; readonly children: ReactNode }) => (
  <li className="grid grid-cols-[3rem_minmax(0,1fr)] border-line border-t py-1.5">
    <span className="font-mono text-muted">{clockFace(atMs)}</span>
    <span className="whitespace-pre-wrap wrap-anywhere">{children}</span>
  </li>
);
