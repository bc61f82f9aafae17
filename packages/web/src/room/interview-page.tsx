import { useCallback, useState } from 'react';
import { Nowhere } from '../base/nowhere.tsx';
import { PlainPage } from '../base/plain-page.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { useRemote } from '../base/remote.ts';
import { ReadingRoom } from '../debrief/reading-room.tsx';
import { Room } from './room.tsx';
import { fetchView } from './room-api.ts';
import { RoomSkeleton } from './room-skeleton.tsx';
import { useHeard } from './use-heard.ts';

type Props = { readonly interview: string };

/** One interview: the room while it runs, and what is to be read of it afterwards. */
export const InterviewPage = ({ interview }: Props) => {
  const load = useCallback((signal: AbortSignal) => fetchView(interview, signal), [interview]);
  const { remote: first, retry } = useRemote(load);
  const { heard, link } = useHeard(interview);
  const [reading, setReading] = useState(false);

  if (first.state === 'failed') {
    if (first.problem.answer?.status === 404) return <NotHere />;
    return (
      <PlainPage title="The interview could not be opened">
        <p className="mt-4 mb-8 max-w-measure text-pretty font-serif text-large">
          What was said in it is kept, and so is what you typed in this browser.
        </p>
        <ProblemNote problem={first.problem} retrying={first.retrying} onRetry={retry} />
      </PlainPage>
    );
  }
  if (link === 'gone') return <Gone />;
  // What was there when the page came is drawn at once, when all of it is here.
  if (first.state === 'loading' || heard.view.version < first.value.version) return <RoomSkeleton />;
  return reading || first.value.status === 'closed' ? (
    <ReadingRoom interview={interview} heard={heard} />
  ) : (
    <Room
      interview={interview}
      heard={heard}
      link={link}
      first={first.value}
      onRead={() => setReading(true)}
    />
  );
};

const Gone = () => (
  <Nowhere title="This interview was deleted">
    Nothing of it is left here. If you saved it as a file before, it can be brought in again on the first
    page.
  </Nowhere>
);

const NotHere = () => (
  <Nowhere title="This interview is not here">
    Interviews are kept on the machine they were held on. This one was deleted, or it was held elsewhere:
    bring its file in on the first page.
  </Nowhere>
);
