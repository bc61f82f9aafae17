import { useState } from 'react';
import type { Format, Interview } from '../base/api.ts';
import { QUIET } from '../base/button.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { interviewPath, replayPath } from '../base/route.ts';
import { DeleteInterview } from '../room/delete-interview.tsx';
import { ago } from '../base/ago.ts';
import type { Found } from './find-interviews.ts';
import { levelName } from './narrow.tsx';

type Props = {
  readonly found: readonly Found[];
  readonly formats: readonly Format[];
  readonly now: number;
  readonly onChanged: () => void;
};

/** Newest first. What is open is *now*, and has the accent; the words say it too. */
export const InterviewList = ({ found, formats, now, onChanged }: Props) => {
  const [deleting, setDeleting] = useState<Interview>();
  return (
    <>
      <ul className="-my-1">
        {found.map(({ interview, excerpt }) => (
          <Row
            key={interview.interview}
            of={interview}
            excerpt={excerpt}
            formats={formats}
            now={now}
            onDelete={() => setDeleting(interview)}
          />
        ))}
      </ul>
      {deleting && (
        <DeleteInterview
          interview={deleting.interview}
          title={deleting.title}
          open
          onStay={() => setDeleting(undefined)}
          onDeleted={() => {
            setDeleting(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
};

type RowProps = {
  readonly of: Interview;
  readonly excerpt: string | undefined;
  readonly formats: readonly Format[];
  readonly now: number;
  readonly onDelete: () => void;
};

const Row = ({ of, excerpt, formats, now, onDelete }: RowProps) => {
  const open = of.status !== 'closed';
  return (
    <li
      className={`relative -mx-3 items-center rounded px-3 py-1 transition-colors hover:bg-accent-soft has-focus-visible:bg-accent-soft ${KEY_AND_VALUE}`}
    >
      <h3>
        <a
          href={interviewPath(of.interview)}
          aria-label={`${of.title}: ${open ? 'go on' : 'read'}`}
          className="after:absolute after:inset-0 after:rounded focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {of.title}
        </a>
      </h3>
      <div className={DETAILS}>
        <span aria-hidden="true" className={open ? 'text-accent' : 'text-ink'}>
          {open ? 'Go on' : 'Read'}
        </span>
        <span>{levelName(of.level)}</span>
        <span>{formats.find(({ id }) => id === of.format)?.title ?? of.format}</span>
        <time
          dateTime={new Date(of.lastAt).toISOString()}
          title={new Date(of.lastAt).toLocaleString('en-GB')}
        >
          {ago(of.lastAt, now)}
        </time>
        <a
          href={replayPath(of.interview)}
          aria-label={`Replay ${of.title}`}
          className={`relative z-1 -my-1 justify-self-end hover:bg-paper ${QUIET}`}
        >
          Replay
        </a>
        <button
          type="button"
          onClick={onDelete}
          aria-label={`Delete ${of.title}`}
          className={`relative z-1 -my-1 justify-self-end hover:bg-paper ${QUIET}`}
        >
          Delete
        </button>
      </div>
      {excerpt && <p className="text-pretty font-serif text-small sm:col-start-2">“{excerpt}”</p>}
    </li>
  );
};

const DETAILS =
  'flex flex-wrap items-center gap-x-4 text-muted text-small min-[50rem]:grid min-[50rem]:grid-cols-[3rem_3.75rem_minmax(0,1fr)_5.5rem_auto_auto] min-[50rem]:gap-x-2 lg:grid-cols-[3.25rem_3.75rem_minmax(0,1fr)_6.5rem_auto_auto] lg:gap-x-3 lg:whitespace-nowrap';
