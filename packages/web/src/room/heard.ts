/**
 * What this page has heard of an interview: the view, folded from public events by the same function as in the server,
 * and what a page needs beside it: at which version each turn was said (where one can branch), and marks between turns.
 */
import type { Pace, RunFigures } from '@dryrun/domain';
import { emptyView, foldView, interviewMs } from '@dryrun/interview';
import type { PublicEvent, View } from '@dryrun/interview';

export type Heard = {
  readonly view: View;
  readonly versions: ReadonlyMap<number, number>;
  readonly marks: readonly Mark[];
};

/** Something that happened between turns: after how many of them, and what. */
export type Mark = { readonly after: number; readonly version: number } & (
  | { readonly kind: 'asked'; readonly what: Asked }
  | { readonly kind: 'paused'; readonly atMs: number }
  | { readonly kind: 'branched'; readonly from: string }
  | { readonly kind: 'pace'; readonly pace: Pace }
  | { readonly kind: 'ran'; readonly run: Run }
);
/** A run of the board as it is told: what was full, by its name on the board as it stood. */
export type Run = {
  readonly hash: string;
  readonly load: number;
  /** The part that works hardest. */
  readonly busiest: string | undefined;
  /** Where it was told. */
  readonly holds: boolean | undefined;
  readonly full: boolean | undefined;
  /** Under what it was run, where it was kept. */
  readonly figures: RunFigures | undefined;
  readonly atMs: number;
};
export type Asked = Extract<PublicEvent, { type: 'asked-for' }>['what'];

export const nothingHeard: Heard = { view: emptyView, versions: new Map(), marks: [] };

/** Events come in order; one that was heard before changes nothing. */
export const heardAfter = (heard: Heard, event: PublicEvent): Heard => {
  if (event.version <= heard.view.version) return heard;
  const mark = markOf(heard.view, event);
  return {
    view: foldView(heard.view, event),
    versions:
      event.type === 'spoke' ? new Map(heard.versions).set(event.turn, event.version) : heard.versions,
    marks: mark ? [...heard.marks, mark] : heard.marks,
  };
};

const markOf = (view: View, event: PublicEvent): Mark | undefined => {
  const at = { after: view.turns.length, version: event.version };
  switch (event.type) {
    case 'asked-for':
      return { ...at, kind: 'asked', what: event.what };
    case 'paused':
      return { ...at, kind: 'paused', atMs: view.clock ? interviewMs(view.clock, event.since) : 0 };
    case 'forked':
      return { ...at, kind: 'branched', from: event.from };
    case 'pace':
      return { ...at, kind: 'pace', pace: event.pace };
    case 'ran': {
      const { run, load, bottleneck, holds, full, figures } = event;
      const busiest = view.board.components.find(({ id }) => id === bottleneck)?.name || bottleneck;
      const atMs = view.clock ? interviewMs(view.clock, event.at) : 0;
      return { ...at, kind: 'ran', run: { hash: run, load, busiest, holds, full, figures, atMs } };
    }
    default:
      return undefined;
  }
};
