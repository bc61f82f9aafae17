import { capital } from '@dryrun/text';
import { useEffect, useRef, useState } from 'react';
import type { Format, Interview } from '../base/api.ts';
import { QUIET } from '../base/button.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { interviewPath, replayPath } from '../base/route.ts';
import { DeleteInterview } from '../room/delete-interview.tsx';
import { ago, clockTime } from '../base/ago.ts';
import { clockFace } from '../base/interview-time.ts';
import type { Found } from './find-interviews.ts';
import { levelName } from './narrow.tsx';

type Props = {
  readonly found: readonly Found[];
  readonly formats: readonly Format[];
  readonly now: number;
  readonly onChanged: () => void;
  /** The last of them was deleted: where one goes on. */
  readonly onNoneLeft: () => void;
};

/** Newest first. What is open is *now*, and has the accent; the words say it too. */
export const InterviewList = ({ found, formats, now, onChanged, onNoneLeft }: Props) => {
  const [deleting, setDeleting] = useState<Interview>();
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<number>(undefined);
  const goOnAt = (row: number) => {
    next.current = row;
    setDeleting(undefined);
  };
  // The dialog is gone with its focus: whoever asked for it goes on at a row that is there.
  useEffect(() => {
    if (deleting || next.current === undefined) return;
    const button = list.current?.children[next.current]?.querySelector('button');
    next.current = undefined;
    if (button) button.focus();
    else onNoneLeft();
  }, [deleting, onNoneLeft]);
  const rowOf = ({ interview }: Interview) => found.findIndex((one) => one.interview.interview === interview);
  return (
    <>
      <ul ref={list} className="-my-1">
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
          name={interviewSaid(deleting, formats, now)}
          open
          onStay={() => goOnAt(rowOf(deleting))}
          onDeleted={() => {
            const row = rowOf(deleting);
            goOnAt(row + 1 < found.length ? row + 1 : row - 1);
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
  const name = interviewSaid(of, formats, now);
  return (
    <li
      className={`relative -mx-3 items-baseline rounded px-3 py-1 transition-colors hover:bg-accent-soft has-focus-visible:bg-accent-soft ${KEY_AND_VALUE}`}
    >
      <div>
        <h3>
          <a
            href={interviewPath(of.interview)}
            aria-label={`${name}: ${open ? 'go on' : 'the debrief'}`}
            className="after:absolute after:inset-0 after:rounded focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {of.title}
          </a>
        </h3>
        <p className="text-muted text-small">
          <time dateTime={new Date(of.lastAt).toISOString()} title={ago(of.lastAt, now)}>
            {capital(clockTime(of.lastAt, now))}
          </time>
          {of.answersAgain && `, ${again(of.answersAgain.atMs)}`}
        </p>
      </div>
      <div className={DETAILS}>
        <span className={open ? 'text-accent' : ''}>{STATES[of.status]}</span>
        <span>{levelName(of.level)}</span>
        <span>{formatName(of, formats)}</span>
        <a
          href={replayPath(of.interview)}
          aria-label={`Replay ${name}`}
          className={`relative z-1 -my-1 justify-self-end hover:bg-paper ${QUIET}`}
        >
          Replay
        </a>
        <button
          type="button"
          onClick={onDelete}
          aria-label={`Delete ${name}`}
          className={`relative z-1 -my-1 justify-self-end hover:bg-paper ${QUIET}`}
        >
          Delete
        </button>
      </div>
      {excerpt && <p className="text-pretty font-serif text-small sm:col-start-2">“{excerpt}”</p>}
    </li>
  );
};

/** Of several on one system each has another name. */
const interviewSaid = (of: Interview, formats: readonly Format[], now: number): string =>
  [
    of.title,
    levelName(of.level),
    formatName(of, formats),
    clockTime(of.lastAt, now),
    ...(of.answersAgain ? [again(of.answersAgain.atMs)] : []),
  ].join(', ');

const formatName = ({ format }: Interview, formats: readonly Format[]): string =>
  formats.find(({ id }) => id === format)?.title ?? format;

const again = (atMs: number): string => `answered again from ${clockFace(atMs)}`;

const STATES: Readonly<Record<Interview['status'], string>> = {
  running: 'Open',
  paused: 'Paused',
  closed: 'Over',
};

const DETAILS =
  'flex flex-wrap items-center gap-x-4 text-muted text-small min-[50rem]:grid min-[50rem]:grid-cols-[3.25rem_3.75rem_minmax(0,1fr)_auto_auto] min-[50rem]:gap-x-3 min-[50rem]:whitespace-nowrap';
