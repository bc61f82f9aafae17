import { plural } from './plural.ts';

/** A stretch of interview time as a clock shows it: “0:07”, “12:40”, “1:02:40”. */
export const clockFace = (ms: number): string => {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${String(seconds % 60).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
};

/** The same as it is said aloud: “12 minutes 40 seconds”. */
export const clockSaid = (ms: number): string => {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${plural(Math.floor(seconds / 60), 'minute')} ${plural(seconds % 60, 'second')}`;
};
