import { idSaid } from '@dryrun/domain';
import type { Board } from '@dryrun/domain';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Loaded } from '../base/loaded.tsx';
import { useRemote } from '../base/remote.ts';
import { fetchPalette } from '../room/palette.ts';
import type { Reference } from './debrief-api.ts';
import { DrawnBoard } from './drawn-board.tsx';

type Props = { readonly board: Board; readonly designs: Reference['designs'] };

/** Yours first, then those that run. */
export const ReferenceDesigns = ({ board, designs }: Props) =>
  designs.length > 0 && (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-y-8">
      {board.components.length > 0 && (
        <p className="text-small">Yours stands further up, under “Your board”.</p>
      )}
      {designs.toSorted(simplestFirst).map(({ id, text }) => (
        <Design key={id} title={TITLES[id] ?? idSaid(id)}>
          <ReadDesign text={text} name={TITLES[id] ?? idSaid(id)} />
        </Design>
      ))}
    </div>
  );

const simplestFirst = (a: Reference['designs'][number], b: Reference['designs'][number]) =>
  Number(b.id === 'simple') - Number(a.id === 'simple');

/** Every scenario has these two. */
const TITLES: Readonly<Record<string, string>> = {
  simple: 'The simple reference',
  scale: 'The reference at scale',
};

const Design = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section>
    <h3 className="mb-2 font-strong">{title}</h3>
    {children}
  </section>
);

const ReadDesign = ({ text, name }: { readonly text: string; readonly name: string }) => {
  const [load] = useState(() => () => boardOf(text));
  const { remote, retry } = useRemote(load);
  return (
    <>
      <Loaded of={remote} retry={retry} skeleton={<div className="skeleton h-96" />}>
        {(board) => (board ? <DrawnBoard board={board} name={name} /> : null)}
      </Loaded>
      <details className="mt-1">
        <summary className="min-h-7 w-fit text-small">
          <span className="underline decoration-edge underline-offset-4">
            As it is written, with its figures
          </span>
        </summary>
        <pre
          tabIndex={0}
          className="mt-2 max-h-96 overflow-auto rounded border border-line bg-raised p-3 font-mono text-small"
        >
          {text}
        </pre>
      </details>
    </>
  );
};

/** What reads designs comes when one is to be read. */
const boardOf = async (text: string): Promise<Board | undefined> => {
  const [{ boardOfText }, palette] = await Promise.all([import('../room/board-reading.ts'), fetchPalette()]);
  return boardOfText(text, palette);
};
