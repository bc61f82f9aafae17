import type { ComponentProps } from 'react';
import { Loaded } from '../base/loaded.tsx';
import { useRemote } from '../base/remote.ts';
import type { BoardDrawing } from './board-drawing.tsx';

/** What lays out and draws comes when there is something to draw; where it does not come, the outline is there all the same. */
export const LazyDrawing = (props: ComponentProps<typeof BoardDrawing>) => {
  const { remote, retry } = useRemote(fetchDrawing);
  return (
    <Loaded of={remote} retry={retry} skeleton={<DrawingSkeleton />}>
      {({ BoardDrawing: Drawing }) => <Drawing {...props} />}
    </Loaded>
  );
};

const fetchDrawing = () => import('./board-drawing.tsx');

const DrawingSkeleton = () => (
  <div aria-hidden="true" className="grid grid-cols-3 gap-x-12 p-6">
    {['mt-8', '', 'mt-16'].map((place) => (
      <div key={place} className={`skeleton h-16 ${place}`} />
    ))}
  </div>
);
