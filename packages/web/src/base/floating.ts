/** No dialog or menu is open. Asked of the page itself: between a dialog's closing and its being told, a key may be pressed. */
export const nothingFloats = (): boolean => document.querySelector('dialog[open], :popover-open') === null;

/** The keys go into a field: Delete deletes a letter there, and letters choose from a list. */
export const isWriting = (): boolean =>
  [HTMLTextAreaElement, HTMLInputElement, HTMLSelectElement].some(
    (field) => document.activeElement instanceof field,
  );
