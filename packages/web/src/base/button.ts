/** How what one presses looks, written once. */
const BUTTON = 'inline-flex min-h-9 items-center justify-center gap-2 rounded px-4 transition-colors';

/** The one thing a page is for. */
export const PRIMARY = `${BUTTON} bg-accent font-strong text-on-accent hover:bg-[color-mix(in_srgb,var(--accent)_88%,var(--ink))] forced-colors:border`;
export const PLAIN = `${BUTTON} border border-edge hover:bg-accent-soft`;
/** In rows of several, where an edge each would be a fence. */
export const QUIET =
  'inline-flex min-h-8 items-center gap-1.5 rounded px-2 text-muted text-small transition-colors hover:bg-accent-soft hover:text-ink aria-disabled:opacity-50 aria-disabled:hover:bg-transparent';
export const LINK = 'underline decoration-edge underline-offset-4 transition-colors hover:decoration-ink';
