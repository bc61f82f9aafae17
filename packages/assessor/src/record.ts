import { DIMENSIONS } from '@dryrun/domain';
import type {
  Citing,
  Dimension,
  EventOf,
  Finding,
  HeldContent,
  Move,
  MoveSubject,
  SaidTurn,
  Sheet,
  StoredEvent,
  Substance,
  Terms,
} from '@dryrun/domain';
import { runsToldIn } from './runs.ts';

export type RecordedTurn = SaidTurn & {
  readonly about?: MoveSubject | undefined;
  readonly phase: string | undefined;
  /** What an answer to it would show, where it followed from something that was said. */
  readonly asksFor?: Dimension | undefined;
};

export type Planned = {
  /** None where nobody looks at the clock. */
  readonly minutes: number | undefined;
  /** Titles of the phases in which the candidate said nothing. */
  readonly skipped: readonly string[];
};

/** What an interview leaves to be judged: words, what was found in them, and what the interviewer did about it. */
export type InterviewRecord = {
  readonly terms: Terms;
  readonly minutes: number;
  /** What was planned, of an interview that was held here; a transcript says nothing of its plan. */
  readonly planned: Planned | undefined;
  readonly turns: readonly RecordedTurn[];
  /** Turn → what was found in it, by the newest reading. */
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  /** Without an item it was a way of looking, and of nothing in the sheet. */
  readonly hints: readonly {
    readonly turn: number;
    readonly item: string | undefined;
    readonly rung: number;
  }[];
  readonly sheet: Sheet | undefined;
  /** Which words can be cited for a mark. */
  readonly citing: Citing | undefined;
  /** And how much they say. */
  readonly substance: Substance | undefined;
  /** Runs of their board that the candidate was told of. */
  readonly runs: readonly EventOf<'RunRead'>[];
  /** It was heard with the shared vocabulary, so that what names nothing of the trade is known to. */
  readonly hasVocabulary: boolean;
};

export const recordOf = (
  events: readonly StoredEvent[],
  content: HeldContent,
): InterviewRecord | undefined => {
  const opened = events.find(({ event }) => event.type === 'InterviewOpened');
  if (opened?.event.type !== 'InterviewOpened') return undefined;
  const turns: RecordedTurn[] = [];
  const findings = new Map<number, readonly Finding[]>();
  const chosen = new Map<number, EventOf<'MoveChosen'>>();
  let phase: string | undefined;
  for (const { event } of events) {
    if (event.type === 'PhaseEntered') phase = event.phase;
    if (event.type === 'MoveChosen') chosen.set(event.turn, event);
    if (event.type === 'FindingsRead') findings.set(event.turn, event.findings);
    if (event.type === 'CandidateSpoke')
      turns.push({ turn: event.turn, speaker: 'candidate', text: event.text, phase });
    if (event.type === 'LineSaid') {
      const move: Move | undefined = chosen.get(event.turn)?.move;
      const text = event.parts.map((part) => part.text).join('');
      turns.push({
        turn: event.turn,
        speaker: 'interviewer',
        text,
        phase,
        about: chosen.get(event.turn)?.about,
        asksFor: content.followUps?.find(({ id }) => id === chosen.get(event.turn)?.about.follows)?.dimension,
        ...(move ? { move } : {}),
      });
    }
  }
  const hints = [...chosen.values()].flatMap(({ turn, about: { item, rung } }) =>
    rung === undefined ? [] : [{ turn, rung, item }],
  );
  return {
    terms: opened.event.terms,
    minutes: minutesOf(events),
    planned: plannedIn(opened.event, turns),
    turns,
    findings,
    hints,
    sheet: content.sheet,
    citing: content.citing,
    substance: content.substance,
    runs: runsToldIn(events),
    hasVocabulary: (content.vocabulary?.length ?? 0) > 0,
  };
};

/** In a phase of fewer it is the interviewer who speaks. */
const EXCHANGES_LEAST = 3;

const plannedIn = (
  { plan, terms }: EventOf<'InterviewOpened'>,
  turns: readonly RecordedTurn[],
): Planned | undefined => {
  if (turns.every(({ phase }) => phase === undefined)) return undefined;
  const spoken = new Set(turns.flatMap(({ speaker, phase }) => (speaker === 'candidate' ? [phase] : [])));
  const ms = plan.phases.reduce((sum, phase) => sum + phase.budgetMs, 0);
  return {
    minutes: terms.pace === 'untimed' ? undefined : Math.round((ms * terms.pace) / 60_000),
    skipped: plan.phases.flatMap(({ id, title, exchanges }) =>
      exchanges < EXCHANGES_LEAST || spoken.has(id) ? [] : [title],
    ),
  };
};

/** The phases in which the problem is found out. */
export const FINDING_OUT: ReadonlySet<string> = new Set([
  'background',
  'presentation',
  'explore',
  'requirements',
  'clarify',
  'read-and-clarify',
]);

/** The candidate's minutes, from the first word to the last: those the clock stood, and those before a branch, are nobody's. */
const minutesOf = (events: readonly StoredEvent[]): number => {
  let ms = 0;
  let since: number | undefined;
  const stand = (at: number) => {
    if (since !== undefined) ms += Math.max(0, at - since);
    since = undefined;
  };
  for (const { at, event } of events) {
    if (event.type === 'InterviewOpened' || event.type === 'ClockResumed') since = at;
    if (event.type === 'ClockPaused') stand(event.since ?? at);
    if (event.type === 'InterviewClosed') stand(at);
    if (event.type === 'InterviewForked') {
      stand(event.stoodAt);
      since = at;
    }
  }
  stand(events.at(-1)?.at ?? 0);
  return Math.round(ms / 60_000);
};

/** Under which dimension a concept is read: that of the item it is a case of. */
export const dimensionOfConcept = (concept: string, sheet: Sheet | undefined): Dimension =>
  sheet?.items.find((item) => item.concept === concept)?.dimension ?? DIMENSIONS[1];
