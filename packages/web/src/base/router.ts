/** Pages without loading the document again: links stay plain links, and the browser's history stays the history. */
import { useEffect, useSyncExternalStore } from 'react';
import { routeOf } from './route.ts';

export const go = (path: string): void => {
  history.pushState(null, '', path);
  window.scrollTo({ top: 0, behavior: 'instant' });
  window.dispatchEvent(new PopStateEvent('popstate'));
};

export const usePath = (): string => useSyncExternalStore(onMove, () => location.pathname);

/** Links to our own pages are followed here; every other, and every modified click, is the browser's. */
export const useLinks = (): void => {
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!plain || event.defaultPrevented || !link || link.target !== '' || link.download !== '') return;
      if (link.origin !== location.origin || routeOf(link.pathname).page === 'unknown') return;
      if (link.hash !== '') return;
      event.preventDefault();
      go(link.pathname + link.search);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
};

const onMove = (moved: () => void) => {
  window.addEventListener('popstate', moved);
  return () => window.removeEventListener('popstate', moved);
};
