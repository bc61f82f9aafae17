/** No dialog is open. Asked of the page itself: between a dialog's closing and its being told, a key may be pressed. */
export const nothingFloats = (): boolean => document.querySelector('dialog[open]') === null;

/** Somebody has the caret in a field, where Delete deletes a letter. */
export const isWriting = (): boolean =>
  document.activeElement instanceof HTMLTextAreaElement || document.activeElement instanceof HTMLInputElement;
