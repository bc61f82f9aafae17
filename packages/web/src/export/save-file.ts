/** Gives the browser a file to save, as pressing a link to it would. */
export const saveFile = (content: Blob, name: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has the content when the press is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
