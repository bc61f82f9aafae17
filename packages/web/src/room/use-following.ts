import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isAtEnd, topToSee } from './scroll-place.ts';

/** Keeps whoever is at the end of the conversation there, and leaves everybody else where they read until they speak. */
export const useFollowing = (newest: string | undefined) => {
  const box = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  /** Where the newest line was brought into sight: one taller than the window is followed from its beginning. */
  const broughtTo = useRef<number>(undefined);
  const [away, setAway] = useState(false);

  const settle = useCallback(() => {
    const scroller = scrollerOf(box.current);
    if (!scroller || isHidden(scroller)) return;
    const place = placeOf(scroller);
    atEnd.current = isAtEnd(place) || Math.abs(place.top - (broughtTo.current ?? -2)) < 2;
    setAway(!atEnd.current);
  }, []);
  const toLatest = useCallback(() => {
    const scroller = scrollerOf(box.current);
    const line = box.current?.querySelector('ol')?.lastElementChild;
    if (!scroller || !line || isHidden(scroller)) return;
    const { clientTop, scrollTop } = scroller;
    const origin =
      scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top + clientTop;
    const begins = line.getBoundingClientRect().top - origin + scrollTop;
    scroller.scrollTo({ top: topToSee(placeOf(scroller), begins), behavior: 'instant' });
    broughtTo.current = scroller.scrollTop;
    settle();
  }, [settle]);

  useLayoutEffect(() => {
    if (newest !== undefined && atEnd.current) toLatest();
    else settle();
  }, [newest, toLatest, settle]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // The field below grows, notes open, text is set larger: the end stays the end.
    const resized = new ResizeObserver(() => (atEnd.current ? toLatest() : settle()));
    resized.observe(element);
    if (element.firstElementChild) resized.observe(element.firstElementChild);
    element.addEventListener('scroll', settle, { passive: true });
    window.addEventListener('scroll', settle, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', settle);
      window.removeEventListener('scroll', settle);
    };
  }, [settle, toLatest]);

  /** Whoever speaks wants to hear the answer. */
  const follow = () => {
    atEnd.current = true;
    toLatest();
  };

  return { box, away, toLatest, follow };
};

/** The conversation scrolls in itself; in a window too low for that, the page does. */
const scrollerOf = (box: HTMLElement | null): Element | null =>
  box && getComputedStyle(box).overflowY === 'visible' ? document.scrollingElement : box;

/** A pane that the other one has taken the room of: where one reads in it stays as it is. */
const isHidden = ({ clientHeight }: Element) => clientHeight === 0;

const placeOf = ({ scrollTop, clientHeight, scrollHeight }: Element) => ({
  top: scrollTop,
  height: clientHeight,
  content: scrollHeight,
});
