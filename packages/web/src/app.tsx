import { lazy, Suspense } from 'react';
import { Begin } from './begin/begin.tsx';
import { routeOf } from './base/route.ts';
import { useLinks, usePath } from './base/router.ts';
import { Home } from './home/home.tsx';
import { Nowhere } from './base/nowhere.tsx';
import { CompareSkeleton } from './compare/compare-skeleton.tsx';
import { ReplaySkeleton } from './replay/replay-skeleton.tsx';
import { Unloaded } from './base/unloaded.tsx';
import { InterviewPage } from './room/interview-page.tsx';

/** What is read afterwards is not loaded before. */
const ReplayPage = lazy(() =>
  import('./replay/replay-page.tsx').then((part) => ({ default: part.ReplayPage }), unloaded),
);
const ComparePage = lazy(() =>
  import('./compare/compare-page.tsx').then((part) => ({ default: part.ComparePage }), unloaded),
);
const unloaded = () => ({ default: Unloaded });

/** Which page stands at the address; each begins anew when the address changes. */
export const App = () => {
  useLinks();
  const route = routeOf(usePath());
  switch (route.page) {
    case 'home':
      return <Home />;
    case 'begin':
      return <Begin key={route.system} system={route.system} />;
    case 'interview':
      return <InterviewPage key={route.interview} interview={route.interview} />;
    case 'replay':
      return (
        <Suspense fallback={<ReplaySkeleton />}>
          <ReplayPage key={route.interview} interview={route.interview} />
        </Suspense>
      );
    case 'compare':
      return (
        <Suspense fallback={<CompareSkeleton />}>
          <ComparePage key={route.interview} interview={route.interview} />
        </Suspense>
      );
    case 'unknown':
      return <Nowhere />;
  }
};
