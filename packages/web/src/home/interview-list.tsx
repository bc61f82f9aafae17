import { useState } from 'react';
import type { Format, Interview } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { ago } from './ago.ts';

type Props = { readonly interviews: readonly Interview[]; readonly formats: readonly Format[] };

/** Newest first. What runs is *now*, and has the accent; the words say it too. */
export const InterviewList = ({ interviews, formats }: Props) => {
  const [now] = useState(() => Date.now());
  if (interviews.length === 0) {
    return <p className="text-muted">None yet. What you hold is kept on this machine and listed here.</p>;
  }
  return (
    <ul className="-my-1.5">
      {interviews
        .toSorted((a, b) => b.lastAt - a.lastAt)
        .map((each) => (
          <li key={each.interview} className={`${KEY_AND_VALUE} py-1.5`}>
            <h3>{each.title}</h3>
            <p className={`text-muted ${DETAILS}`}>
              <span>{each.level}</span>
              <span>{formats.find(({ id }) => id === each.format)?.title ?? each.format}</span>
              <span className={each.status === 'running' ? 'text-accent' : ''}>{each.status}</span>
              <time
                dateTime={new Date(each.lastAt).toISOString()}
                title={new Date(each.lastAt).toLocaleString('en-GB')}
              >
                {ago(each.lastAt, now)}
              </time>
            </p>
          </li>
        ))}
    </ul>
  );
};

const DETAILS =
  'flex flex-wrap gap-x-4 lg:grid lg:grid-cols-[4.5rem_minmax(0,1fr)_4.5rem_8.5rem] lg:whitespace-nowrap';
