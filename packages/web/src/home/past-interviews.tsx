import { useState } from 'react';
import type { Ref } from 'react';
import type { Action } from '../base/actions.ts';
import type { Format, Interview, System } from '../base/api.ts';
import { ANY, findInterviews } from './find-interviews.ts';
import { InterviewList } from './interview-list.tsx';
import { InterviewSearch } from './interview-search.tsx';
import { useSaid } from './use-said.ts';

type Props = {
  readonly interviews: readonly Interview[];
  readonly systems: readonly System[];
  readonly formats: readonly Format[];
  readonly onChanged: () => void;
  readonly field: Ref<HTMLInputElement>;
  readonly search: Action;
};

/** All of them, or those one looks for; one alone needs no looking for. */
export const PastInterviews = ({ interviews, systems, formats, onChanged, field, search }: Props) => {
  const [now] = useState(() => Date.now());
  const [wanted, setWanted] = useState(ANY);
  const { said, failed } = useSaid(wanted.query);
  if (interviews.length === 0) {
    return <p className="text-muted">None yet. What you hold is kept on this machine and listed here.</p>;
  }
  const found = findInterviews(interviews, wanted, said, { systems, formats }, now);
  return (
    <>
      {interviews.length > 1 && (
        <InterviewSearch
          interviews={interviews}
          formats={formats}
          wanted={wanted}
          onWanted={setWanted}
          found={found.length}
          failed={failed}
          field={field}
          action={search}
        />
      )}
      {found.length === 0 ? (
        <div className="min-h-24">
          <p>None of your interviews has all of that.</p>
          <p className="mt-1 text-muted">
            Looked for in titles, families, levels, formats and dates, and in what both of you said. Try one
            word of it.
          </p>
        </div>
      ) : (
        <InterviewList
          found={found}
          formats={formats}
          now={now}
          onChanged={onChanged}
          onNoneLeft={search.run}
        />
      )}
    </>
  );
};
