/** Which page an address means. The server answers each of them with the same document. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'begin'; readonly system: string | undefined }
  | { readonly page: 'interview' | 'replay' | 'compare'; readonly interview: string }
  | { readonly page: 'unknown' };

export const routeOf = (path: string): Route => {
  const [first, second, third, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'unknown' };
  if (first === undefined) return { page: 'home' };
  if (first === 'interviews' && second !== undefined && (third === 'replay' || third === 'compare')) {
    return { page: third, interview: second };
  }
  if (third !== undefined) return { page: 'unknown' };
  if (first === 'begin') return { page: 'begin', system: second };
  if (first === 'interviews' && second !== undefined) return { page: 'interview', interview: second };
  return { page: 'unknown' };
};

export const beginPath = (system?: string): string => (system ? `/begin/${system}` : '/begin');
export const interviewPath = (interview: string): string => `/interviews/${interview}`;
export const comparePath = (interview: string): string => `${interviewPath(interview)}/compare`;

/** A moment of an interview that an address names: a turn, and the words in it. */
export type Moment = { readonly turn: number; readonly quote: string | undefined };

export const replayPath = (interview: string, moment?: Moment): string => {
  const path = `${interviewPath(interview)}/replay`;
  if (!moment) return path;
  const named = new URLSearchParams({ turn: String(moment.turn) });
  if (moment.quote !== undefined) named.set('quote', moment.quote);
  return `${path}?${named}`;
};

export const momentIn = (search: string): Moment | undefined => {
  const named = new URLSearchParams(search);
  const turn = named.get('turn') ?? '';
  return /^\d+$/.test(turn) ? { turn: Number(turn), quote: named.get('quote') ?? undefined } : undefined;
};
