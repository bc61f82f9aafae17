/** An id for something asked for once, however often it is sent. `randomUUID` is not there on every address. */
export const newId = (what: string): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${what}-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};
