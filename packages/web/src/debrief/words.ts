/** Ids are lower-case words joined by “-”: “label-delay” is “Label delay”. */
export const words = (id: string): string => {
  const text = id.replaceAll('-', ' ').replaceAll('/', ', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
