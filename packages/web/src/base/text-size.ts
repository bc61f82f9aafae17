import { remember } from './storage.ts';

/** How large text is, beside what the browser itself is set to. `public/theme.js` reads the same key before the first paint. */
export const TEXT_SIZES = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const currentTextSize = (): TextSize => {
  const { text } = document.documentElement.dataset;
  return text === 'large' || text === 'larger' ? text : 'normal';
};

export const chooseTextSize = (size: TextSize): void => {
  if (size === 'normal') delete document.documentElement.dataset.text;
  else document.documentElement.dataset.text = size;
  remember('dryrun.text', size === 'normal' ? undefined : size);
};

export const textSizeAfter = (size: TextSize): TextSize =>
  TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? 'normal';
