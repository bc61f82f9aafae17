/** Which page an address means. The server answers each of them with the same document. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'begin'; readonly system: string | undefined }
  | { readonly page: 'interview'; readonly interview: string }
  | { readonly page: 'unknown' };

export const routeOf = (path: string): Route => {
  const [first, second, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'unknown' };
  if (first === undefined) return { page: 'home' };
  if (first === 'begin') return { page: 'begin', system: second };
  if (first === 'interviews' && second !== undefined) return { page: 'interview', interview: second };
  return { page: 'unknown' };
};

export const beginPath = (system?: string): string => (system ? `/begin/${system}` : '/begin');
export const interviewPath = (interview: string): string => `/interviews/${interview}`;
