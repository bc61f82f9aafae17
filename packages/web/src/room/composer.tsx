import type { View } from '@dryrun/interview';
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PRIMARY } from '../base/button.ts';
import { onEnter } from '../base/on-enter.ts';
import type { Link } from './follow.ts';
import type { useRoom } from './use-room.ts';

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly room: Pick<ReturnType<typeof useRoom>, 'draft' | 'setDraft' | 'say' | 'unanswered'>;
  readonly view: View;
  readonly link: Link;
  readonly resume: Action;
};

/** Where one answers. It grows with what is written, and its last line says how things stand. */
export const Composer = ({ field, room, view, link, resume }: Props) => {
  const { draft, setDraft, say } = room;
  const paused = view.status === 'paused';
  useGrowing(field, draft);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        say();
        field.current?.focus();
      }}
      className="rounded border border-edge bg-raised focus-within:border-accent focus-within:outline-2 focus-within:outline-accent focus-within:-outline-offset-1"
    >
      <label htmlFor="answer" className="sr-only">
        Your answer
      </label>
      <textarea
        ref={field}
        id="answer"
        value={draft}
        rows={2}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onEnter(say)}
        placeholder={paused ? 'The clock stands. You can write all the same.' : 'Think aloud…'}
        aria-describedby="how-things-stand"
        className="block max-h-[38dvh] min-h-14 w-full resize-none field-sizing-content bg-transparent px-4 pt-3 outline-none placeholder:text-muted short:max-h-none"
      />
      <div className="flex items-center gap-3 px-4 pt-1 pb-2">
        <p id="how-things-stand" role="status" className="min-w-0 flex-1 text-muted text-small">
          {standing(link, room.unanswered, paused)}
        </p>
        {paused && draft.trim() === '' ? (
          <button type="button" onClick={resume.run} title={tooltip(resume)} className={`${SEND} ${PRIMARY}`}>
            Resume
          </button>
        ) : (
          <button
            type="submit"
            title="Send (Enter)"
            aria-disabled={draft.trim() === ''}
            className={`${SEND} ${PRIMARY}`}
          >
            {paused ? 'Resume and send' : 'Send'}
          </button>
        )}
      </div>
    </form>
  );
};

const SEND = 'min-h-8 shrink-0 text-small aria-disabled:bg-transparent aria-disabled:text-muted';

const standing = (link: Link, unanswered: boolean, paused: boolean): string => {
  if (link === 'lost' || unanswered) return 'Reconnecting… what you type is kept.';
  if (paused) return 'Paused: no time passes, and nothing is said.';
  return 'Enter sends, Shift Enter breaks the line.';
};

/** Where the browser cannot size a field by its content, we do. */
const useGrowing = (field: RefObject<HTMLTextAreaElement | null>, text: string) => {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = text === '' ? '' : `${element.scrollHeight}px`;
  }, [field, text]);
};
