import { useState } from 'react';
import { ReadingRoom } from '../debrief/reading-room.tsx';
import { Opened } from './opened.tsx';
import { Room } from './room.tsx';
import { RoomSkeleton } from './room-skeleton.tsx';

type Props = { readonly interview: string };

/** One interview: the room while it runs, and what is to be read of it afterwards. */
export const InterviewPage = ({ interview }: Props) => {
  const [reading, setReading] = useState(false);
  return (
    <Opened interview={interview} skeleton={<RoomSkeleton />}>
      {({ heard, events, link, first }) =>
        reading || first.status === 'closed' ? (
          <ReadingRoom interview={interview} heard={heard} events={events} />
        ) : (
          <Room
            interview={interview}
            heard={heard}
            link={link}
            first={first}
            onRead={() => setReading(true)}
          />
        )
      }
    </Opened>
  );
};
