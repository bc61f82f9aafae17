import { useEffect, useState } from 'react';
import { screenFacts } from './equipment.ts';
import type { Window } from './equipment.ts';

const measured = (): Window => ({
  width: window.innerWidth,
  height: window.innerHeight,
  // Windows are asked about in the browser's own text size, whatever the page's is.
  rem: 16,
  ratio: window.devicePixelRatio,
});

export const ScreenCheck = () => {
  const [facts, setFacts] = useState(() => screenFacts(measured()));
  useEffect(() => {
    const measure = () => setFacts(screenFacts(measured()));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return (
    <section aria-labelledby="screen-title">
      <h3 id="screen-title" className="font-strong">
        Screen
      </h3>
      <ul className="mt-1 grid gap-y-1 text-small">
        {facts.map(({ good, text }) => (
          <li
            key={text}
            className={`border-l-2 pl-3 text-pretty ${good ? 'border-strength' : 'border-concern'}`}
          >
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
};
