import { useLayoutEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { PRIMARY, QUIET } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { toEndOf } from '../base/to-end-of.ts';
import { BoardTold } from './board-told.tsx';
import { offsetOf } from './told-reading.ts';
import type { useBoardText } from './use-board-text.ts';

type Props = {
  readonly written: ReturnType<typeof useBoardText>;
  readonly paused: boolean;
  readonly isEmpty: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
};

/** Where one writes what is to be drawn. What was read of it is told beneath, and what was typed stays. */
export const BoardText = ({ written, paused, isEmpty, field }: Props) => {
  const { text, told, type, draw, take, putBack } = written;
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (field.current) toEndOf(field.current);
  }, [field]);
  const drawOnKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void draw();
  };
  const goTo = (place: { readonly line: number; readonly column: number }) => {
    const area = form.current?.querySelector('textarea');
    const at = offsetOf(text, place);
    area?.focus();
    area?.setSelectionRange(at, at);
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
      className="flex max-h-[max(42%,14.5rem)] min-h-0 flex-col border-line border-t px-4 pt-3 pb-3 @min-[56rem]:max-h-none @min-[56rem]:w-[28rem] @min-[56rem]:border-t-0 @min-[56rem]:border-l max-lg:max-h-none sm:px-6 short:max-h-none"
    >
      <label htmlFor="board-text" className="text-small">
        A Mermaid flowchart, a design as YAML or JSON, or an Excalidraw file
      </label>
      <textarea
        ref={field}
        id="board-text"
        value={text}
        rows={6}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => type(event.target.value)}
        onKeyDown={drawOnKeys}
        placeholder={EXAMPLE}
        aria-describedby="board-told"
        className="mt-2 block min-h-20 w-full flex-1 resize-none overflow-auto whitespace-pre [font-variant-ligatures:none] rounded border border-edge bg-raised px-3 py-2 font-mono text-small placeholder:text-muted"
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1">
        <button
          type="submit"
          title="Draw it (Ctrl Enter)"
          aria-disabled={told.kind === 'reading'}
          className={`min-h-8 text-small ${PRIMARY}`}
        >
          {paused ? 'Resume and draw' : 'Draw it'}
        </button>
        <button
          type="button"
          onClick={() => !isEmpty && void take()}
          aria-disabled={isEmpty}
          title="Write the board into the field, as a flowchart"
          className={QUIET}
        >
          Take from the drawing
        </button>
        {putBack && (
          <button type="button" onClick={putBack} className={QUIET}>
            Put back what stood here
          </button>
        )}
      </div>
      <div
        id="board-told"
        // What scrolls must be reachable with the keyboard.
        tabIndex={0}
        role="group"
        aria-label="What was read of it"
        className="mt-1 max-h-24 min-h-6 overflow-y-auto text-small @min-[56rem]:max-h-60 short:max-h-none"
      >
        {told.kind === 'failed' ? (
          <ProblemNote
            title="It could not be read just now; what you typed is kept"
            problem={told.problem}
            retrying={false}
            onRetry={() => void draw()}
          />
        ) : (
          <BoardTold told={told} onPlace={goTo} />
        )}
      </div>
    </form>
  );
};

const EXAMPLE = 'flowchart LR\n  users[Users] --> api[API gateway]\n  api -->|top 500| ranker[Ranker ×3]';
