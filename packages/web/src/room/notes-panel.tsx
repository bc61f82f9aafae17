import type { CandidateAction } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import { useEffect, useRef } from 'react';
import { PLAIN } from '../base/button.ts';
import { clockFace } from '../base/interview-time.ts';
import { onEnter } from '../base/on-enter.ts';
import { useKept } from '../base/use-kept.ts';

type Props = {
  readonly interview: string;
  readonly notes: View['notes'];
  readonly send: (action: CandidateAction) => void;
};

/** What one writes for oneself. */
export const NotesPanel = ({ interview, notes, send }: Props) => {
  const [text, setText] = useKept(`dryrun.note.${interview}`);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const keep = () => {
    if (text.trim() === '') return;
    send({ type: 'WriteNote', text });
    setText('');
  };
  return (
    <aside
      aria-labelledby="notes-title"
      className="flex max-h-[40dvh] min-h-0 flex-col border-line border-t px-4 py-4 sm:px-6 lg:max-h-none lg:border-t-0 lg:border-l short:max-h-none"
    >
      <h2 id="notes-title" className="font-strong">
        Your notes
      </h2>
      <p className="text-muted text-small">For you alone: the interviewer does not read them.</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
        className="mt-3"
      >
        <label htmlFor="note" className="sr-only">
          A note
        </label>
        <textarea
          ref={field}
          id="note"
          value={text}
          rows={2}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onEnter(keep)}
          placeholder="400 M users, p99 < 200 ms…"
          className="block w-full resize-none field-sizing-content rounded border border-edge bg-raised px-3 py-2 text-small placeholder:text-muted"
        />
        <button type="submit" className={`mt-2 min-h-8 text-small ${PLAIN}`}>
          Keep
        </button>
      </form>
      <ul className="mt-4 min-h-0 flex-1 overflow-y-auto text-small short:overflow-visible">
        {notes.map(({ atMs, text: note }, index) => (
          <li key={index} className="grid grid-cols-[3.5rem_minmax(0,1fr)] border-line border-t py-2">
            <span className="font-mono text-muted">{clockFace(atMs)}</span>
            <span className="whitespace-pre-wrap wrap-anywhere">{note}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
};
