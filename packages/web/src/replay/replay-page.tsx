import { Opened } from '../room/opened.tsx';
import { Replayed } from './replayed.tsx';
import { ReplaySkeleton } from './replay-skeleton.tsx';

/** An interview once more, from its first word: what was on the screen, at any moment of it. */
export const ReplayPage = ({ interview }: { readonly interview: string }) => (
  <Opened interview={interview} skeleton={<ReplaySkeleton />}>
    {({ heard, events, link }) => (
      <Replayed interview={interview} events={events} link={link} closed={heard.view.status === 'closed'} />
    )}
  </Opened>
);
