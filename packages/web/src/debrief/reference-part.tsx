import type { Board, Level } from '@dryrun/domain';
import { useState } from 'react';
import { PLAIN } from '../base/button.ts';
import { Loaded } from '../base/loaded.tsx';
import { useRemote } from '../base/remote.ts';
import { Skeleton } from '../base/skeleton.tsx';
import { DebriefPart } from './debrief-part.tsx';
import { fetchReference } from './debrief-api.ts';
import type { Reference } from './debrief-api.ts';
import { ReferenceAnswers } from './reference-answers.tsx';
import { ReferenceDesigns } from './reference-designs.tsx';

type Props = {
  readonly interview: string;
  readonly level: Level;
  readonly board: Board;
  /** Without one there is nothing to be shown, and nothing to be asked for. */
  readonly hasSheet: boolean;
};

/** Whoever means to sit it again may not want to know: it is shown when it is asked for. */
export const ReferencePart = ({ interview, level, board, hasSheet }: Props) => {
  const [asked, setAsked] = useState(false);
  return (
    <DebriefPart id="reference" title="Reference answers and designs">
      {!hasSheet ? (
        <NoReference />
      ) : asked ? (
        <Asked interview={interview} level={level} board={board} />
      ) : (
        <>
          <p className="max-w-measure text-pretty">
            What the interviewer knew all along. If you mean to sit this system again soon, leave it closed.
          </p>
          <button type="button" onClick={() => setAsked(true)} className={`mt-3 ${PLAIN}`}>
            Show the reference
          </button>
        </>
      )}
    </DebriefPart>
  );
};

const NoReference = () => (
  <p className="max-w-measure text-muted">
    This system had no fact sheet of its own, so there is no reference to show.
  </p>
);

const Asked = ({ interview, level, board }: Omit<Props, 'hasSheet'>) => {
  const [load] = useState(() => (signal: AbortSignal) => fetchReference(interview, signal));
  const { remote, retry } = useRemote(load);
  return (
    <Loaded of={remote} retry={retry} skeleton={<Skeleton rows={4} row="h-16" />}>
      {(reference) =>
        isEmpty(reference) ? (
          <NoReference />
        ) : (
          <>
            <ReferenceDesigns board={board} designs={reference.designs} />
            <ReferenceAnswers reference={reference} level={level} />
          </>
        )
      }
    </Loaded>
  );
};

const isEmpty = ({ moments, facts, items, twists, designs }: Reference) =>
  [moments, facts, items, twists, designs].every(({ length }) => length === 0);
