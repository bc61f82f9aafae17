/** The clock is a line, and not an alarm. */
export const Mark = () => (
  <svg
    aria-hidden="true"
    viewBox="0 0 28 12"
    className="h-3 w-7 text-accent"
    fill="none"
    strokeLinecap="round"
  >
    <path d="M1.5 6h25" stroke="currentColor" strokeOpacity="0.35" strokeWidth="2" />
    <path d="M1.5 6h15" stroke="currentColor" strokeWidth="2" />
    <circle cx="17" cy="6" r="4" fill="currentColor" />
  </svg>
);

export const Wordmark = () => (
  <span className="flex items-center gap-2.5 font-strong text-large">
    <Mark />
    Dryrun
  </span>
);
