import { useEffect, useRef, useState } from 'react';
import { fetchInterviews, fetchLibrary } from '../base/api.ts';
import { Loaded } from '../base/loaded.tsx';
import { PageFooter } from '../base/page-footer.tsx';
import { PageHeader } from '../base/page-header.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { useRemote } from '../base/remote.ts';
import { interviewPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import { findSystems } from './find-systems.ts';
import { HereList, HereSkeleton } from './here-list.tsx';
import { Hero } from './hero.tsx';
import { homeActions } from './home-actions.ts';
import { InterviewsSection } from './interviews-section.tsx';
import { LibrarySections } from './library-sections.tsx';
import { HomeNav } from './home-nav.tsx';
import { isNarrowed, narrowed, NOT_NARROWED } from './narrow-systems.ts';
import { lastLeft, Resume } from './resume.tsx';
import { SystemFilters } from './system-filters.tsx';
import { SystemSearch } from './system-search.tsx';
import { SystemsSection } from './systems-section.tsx';

export const Home = () => {
  const { remote: library, retry } = useRemote(fetchLibrary);
  const { remote: kept, retry: retryKept } = useRemote(fetchInterviews);
  const [query, setQuery] = useState('');
  const [by, setBy] = useState(NOT_NARROWED);
  const [now] = useState(() => Date.now());
  const left = kept.state === 'ready' ? lastLeft(kept.value) : undefined;
  const field = useRef<HTMLInputElement>(null);
  const pastField = useRef<HTMLInputElement>(null);
  const frame = useFrame('Dryrun: rehearse the ML system design interview');
  const actions = homeActions({
    field: () => field.current,
    past: () => pastField.current,
    narrowed: query !== '' || isNarrowed(by),
    helping: frame.helping,
    clear: () => {
      setQuery('');
      setBy(NOT_NARROWED);
    },
    goOn: left && (() => go(interviewPath(left.interview))),
  });

  const known = library.state === 'ready' ? library.value : undefined;
  const failed = library.state === 'failed' ? library : undefined;
  const found = known && findSystems(narrowed(known.systems, by), query);
  const retryAll = () => {
    retry();
    retryKept();
  };

  // The part of the page that an address names was not there yet when the browser looked for it.
  useEffect(() => {
    if (known === undefined || location.hash === '') return;
    const named = document.getElementById(location.hash.slice(1));
    named?.scrollIntoView();
    named?.focus();
  }, [known]);

  // Whoever arrives can type at once, and so can whoever pressed “Try again” and lost the button to its success.
  useEffect(() => {
    const nowhere = document.activeElement === document.body;
    const typing = !matchMedia('(pointer: coarse)').matches;
    if (typing && nowhere && location.hash === '' && !failed) field.current?.focus({ preventScroll: true });
  }, [failed]);

  return (
    <div className="mx-auto max-w-page px-6 lg:px-8">
      {!failed && (
        <a
          href="#systems"
          className="sr-only rounded bg-raised p-3 focus:not-sr-only focus:absolute focus:z-10"
        >
          Skip to the systems
        </a>
      )}
      <PageHeader frame={frame}>
        <HomeNav />
      </PageHeader>
      <main>
        <Hero
          search={
            <>
              <Resume of={left} now={now} action={actions.goOn} />
              <SystemSearch
                field={field}
                query={query}
                narrowed={isNarrowed(by)}
                filters={<SystemFilters library={known} by={by} onNarrow={setBy} />}
                kept={kept.state === 'ready' ? kept.value.length : 0}
                onQuery={setQuery}
                found={found?.length}
                total={known?.systems.length}
                search={actions.search}
                clear={actions.clear}
              />
            </>
          }
          here={
            <Loaded of={library} retry={retryAll} skeleton={<HereSkeleton />}>
              {({ here }) => <HereList here={here} />}
            </Loaded>
          }
        />
        {!failed && (
          <SystemsSection
            found={found}
            query={query}
            narrowed={isNarrowed(by)}
            someLack={known?.systems.some(({ hasSheet }) => !hasSheet) ?? true}
          />
        )}
        {(!failed || kept.state === 'ready') && (
          <InterviewsSection
            kept={kept}
            systems={known?.systems ?? []}
            formats={known?.formats ?? []}
            retry={retryKept}
            field={pastField}
            search={actions.past}
          />
        )}
        {!failed && <LibrarySections library={known} />}
      </main>
      <PageFooter version={known?.version} help={frame.actions.help} />
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};
