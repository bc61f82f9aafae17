/** A text that was there before the page was is typed on where it ends. */
export const toEndOf = (field: HTMLTextAreaElement): void => {
  field.setSelectionRange(field.value.length, field.value.length);
  field.scrollTop = field.scrollHeight;
};
