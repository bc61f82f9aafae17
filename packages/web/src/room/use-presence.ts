import { useRef } from 'react';
import { newId } from '../base/new-id.ts';
import { sendCommand } from './room-api.ts';

/** Often enough that no silence is taken for one, seldom enough to be no burden (IN23). */
const SHOW_EVERY_MS = 20_000;

/** Tells the interviewer that somebody is typing. Nothing depends on it: lost, it is not sent again. */
export const usePresence = (interview: string, running: boolean): (() => void) => {
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  return () => {
    const now = performance.now();
    if (!running || now - shownAt.current < SHOW_EVERY_MS) return;
    shownAt.current = now;
    sendCommand(interview, newId('presence'), { type: 'ShowPresence' }).catch(() => {});
  };
};
