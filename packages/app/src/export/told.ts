/**
 * What an export tells: the public events with their interview times, the view they fold to, and the debrief. Every
 * format is a function of this and of nothing else, so that what has no place here is in no file (EX3).
 */
import type { Debrief, IdeaNames } from '@dryrun/domain';
import { emptyView, foldView, interviewMs } from '@dryrun/interview';
import type { PublicEvent, View } from '@dryrun/interview';
import { redactedDebrief, redactedEvent, textsOf } from './redaction/redacted.ts';
import { redactorFor } from './redaction/redactor.ts';
import type { Redacted } from './redaction/redactor.ts';

/** A public event, and what the interview's clock showed. */
export type TimedEvent = PublicEvent & { readonly atMs: number };

export type Told = {
  readonly interview: string;
  readonly events: readonly TimedEvent[];
  /** The view at the end. */
  readonly view: View;
  readonly debrief: Debrief;
  readonly names: IdeaNames;
  readonly redacted: Redacted | undefined;
};

export type Telling = {
  readonly notes: boolean;
  /** The words to leave out besides what is known by its form; absent: nothing is redacted. */
  readonly redact: readonly string[] | undefined;
  /** What the ideas in the debrief are called; without them, their ids are made into words. */
  readonly names?: IdeaNames;
};

export const toldOf = (
  interview: string,
  events: readonly PublicEvent[],
  debrief: Debrief,
  { notes, redact, names = {} }: Telling,
): { readonly told: Told; readonly missing: readonly string[] } => {
  const kept = events.filter(({ type }) => notes || type !== 'noted');
  if (redact === undefined)
    return { told: { interview, ...timed(kept), debrief, names, redacted: undefined }, missing: [] };
  const redactor = redactorFor(textsOf(kept), redact);
  const told = {
    interview,
    ...timed(kept.map((event) => redactedEvent(event, redactor))),
    debrief: redactedDebrief(debrief, redactor),
    names,
  };
  return { told: { ...told, redacted: redactor.count() }, missing: redactor.missing() };
};

const timed = (events: readonly PublicEvent[]): Pick<Told, 'events' | 'view'> => {
  let view = emptyView;
  const told = events.map((event): TimedEvent => {
    view = foldView(view, event);
    return { ...event, atMs: view.clock ? interviewMs(view.clock, event.at) : 0 };
  });
  return { events: told, view };
};
