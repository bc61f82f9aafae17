/** How a choice of few that is always in sight looks, written once. */
export const SWITCH = 'flex rounded border border-line p-0.5';
export const SWITCH_PLACE =
  'flex h-7 items-center rounded-[4px] text-muted text-small transition-colors hover:text-ink has-checked:bg-accent-soft has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-edge forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] has-focus-visible:outline-2 has-focus-visible:outline-accent';
