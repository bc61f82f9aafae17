import { Begin } from './begin/begin.tsx';
import { routeOf } from './base/route.ts';
import { useLinks, usePath } from './base/router.ts';
import { Home } from './home/home.tsx';
import { Nowhere } from './base/nowhere.tsx';
import { InterviewPage } from './room/interview-page.tsx';

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
    case 'unknown':
      return <Nowhere />;
  }
};
