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
