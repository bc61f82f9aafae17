import { useRef } from 'react';
import { BOTH, dragged, LEAST, MOST, stepped } from './panes.ts';
import type { Panes } from './panes.ts';

type Props = { readonly panes: Panes; readonly onChange: (panes: Panes) => void };

/** Between conversation and board. It is dragged, moved by the arrow keys, and pressed twice it stands in the middle again. */
export const Seam = ({ panes, onChange }: Props) => {
  const seam = useRef<HTMLDivElement>(null);
  const drag = (clientX: number) => {
    const around = seam.current?.parentElement?.getBoundingClientRect();
    if (around) onChange(dragged(panes, (100 * (clientX - around.left)) / around.width));
  };
  return (
    <div
      ref={seam}
      role="separator"
      aria-label="Between conversation and board"
      aria-orientation="vertical"
      aria-valuenow={panes.share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuetext={`The conversation has ${panes.share} % of the width`}
      tabIndex={0}
      title="Drag, or press the arrow keys; [ and ] give one side everything"
      onKeyDown={(event) => {
        const next = stepped(panes, event.key);
        if (!next) return;
        event.preventDefault();
        onChange(next);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        seam.current?.focus({ preventScroll: true });
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event.clientX);
      }}
      onDoubleClick={() => onChange(dragged(panes, BOTH.share))}
      className="group relative z-1 -mx-1.5 flex w-3 cursor-col-resize touch-none justify-center focus-visible:outline-none"
    >
      <span
        aria-hidden="true"
        className="w-px bg-line transition-[width,background-color] group-hover:w-0.5 group-hover:bg-edge group-focus-visible:w-1 group-focus-visible:bg-accent group-active:bg-accent"
      />
    </div>
  );
};
