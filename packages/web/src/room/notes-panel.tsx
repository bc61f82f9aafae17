import type { CandidateAction } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PLAIN, QUIET } from '../base/button.ts';
import { clockFace } from '../base/interview-time.ts';
import { onEnter } from '../base/on-enter.ts';
import { useKept } from '../base/use-kept.ts';

type Props = {
  readonly interview: string;
  readonly notes: View['notes'];
  readonly send: (action: CandidateAction) => void;
  readonly field: Ref<HTMLTextAreaElement>;
  readonly shut: Action;
  /** They lie where the board is: there is no room for three. */
  readonly onBoard: boolean;
};

/** What one writes for oneself. */
export const NotesPanel = ({ interview, notes, send, field, shut, onBoard }: Props) => {
  const [text, setText] = useKept(`dryrun.note.${interview}`);
  const keep = () => {
    if (text.trim() === '') return;
    send({ type: 'WriteNote', text });
    setText('');
  };
  return (
    <aside
      aria-labelledby="notes-title"
      className={`flex min-h-0 flex-col px-4 py-4 sm:px-6 short:max-h-none ${onBoard ? 'flex-1' : BESIDE}`}
    >
      <div className="flex items-baseline justify-between gap-x-3">
        <h2 id="notes-title" className="font-strong">
          Your notes
        </h2>
        <button
          type="button"
          onClick={shut.run}
          title={tooltip(shut)}
          aria-keyshortcuts={shut.keys.join(' ')}
          className={`-my-1 -mr-2 ${QUIET}`}
        >
          {onBoard ? 'Back to the board' : 'Close'}
        </button>
      </div>
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

const BESIDE = 'max-h-[40dvh] border-line border-t lg:max-h-none lg:border-t-0 lg:border-l';
