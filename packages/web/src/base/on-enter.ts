import type { KeyboardEvent } from 'react';

/** Enter alone does it; Shift Enter breaks the line, and an Enter that ends a composition is the keyboard's own. */
export const onEnter = (run: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  run();
};
