/** How long ago, as one says it: “just now”, “3 hours ago”, “yesterday”; a date from a month on. */
export const ago = (at: number, now: number): string => {
  const seconds = Math.max(0, (now - at) / 1000);
  if (seconds < 60) return 'just now';
  if (seconds < 3600) return said(seconds / 60, 'minute');
  if (seconds < 86_400) return said(seconds / 3600, 'hour');
  if (seconds < 30 * 86_400) return said(seconds / 86_400, 'day');
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(at);
};

const said = (count: number, unit: 'minute' | 'hour' | 'day') =>
  new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(-Math.floor(count), unit);

/** The day and the time on the clock: “today, 14:05”, “28 Nov, 14:05”; with its year where that is another. */
export const clockTime = (at: number, now: number): string => {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(at);
  const [day, today] = [new Date(at), new Date(now)];
  if (day.toDateString() === today.toDateString()) return `today, ${time}`;
  const year = day.getFullYear() === today.getFullYear() ? {} : ({ year: 'numeric' } as const);
  return `${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', ...year }).format(at)}, ${time}`;
};
