import { lazy, Suspense } from 'react';
import type { ComponentProps } from 'react';
import type { BoardDrawing } from './board-drawing.tsx';

/** What lays out and draws comes when there is something to draw. */
const Drawing = lazy(() =>
  import('./board-drawing.tsx').then((module) => ({ default: module.BoardDrawing })),
);

export const LazyDrawing = (props: ComponentProps<typeof BoardDrawing>) => (
  <Suspense fallback={<DrawingSkeleton />}>
    <Drawing {...props} />
  </Suspense>
);

const DrawingSkeleton = () => (
  <div aria-busy="true" className="grid grid-cols-3 gap-x-12 p-6">
    {['mt-8', '', 'mt-16'].map((place) => (
      <div key={place} className={`skeleton h-16 ${place}`} />
    ))}
  </div>
);
