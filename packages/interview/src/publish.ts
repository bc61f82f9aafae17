/**
 * The only door out of an interview: `publish` maps what is stored to what may be seen, field by field. There is no
 * field for a finding, a reason, a mark or the content an interview is held with, so none can leave by oversight.
 */
import type {
  BoardOperation,
  Consent,
  ContentHash,
  EventOf,
  Help,
  Instant,
  InterviewId,
  Move,
  Pace,
  Plan,
  RunFigures,
  StoredEvent,
  Terms,
} from '@dryrun/domain';

export type PublicEvent = { readonly version: number; readonly at: Instant } & Published;

export type Published =
  | { readonly type: 'opened'; readonly terms: Omit<Terms, 'seed'>; readonly plan: Plan }
  | {
      readonly type: 'forked';
      readonly from: InterviewId;
      readonly fromVersion: number;
      readonly stoodAt: Instant;
    }
  | {
      readonly type: 'spoke';
      readonly turn: number;
      readonly speaker: 'candidate' | 'interviewer';
      readonly text: string;
    }
  | { readonly type: 'moving'; readonly turn: number; readonly move: Move }
  | { readonly type: 'drew'; readonly operations: readonly BoardOperation[] }
  | { readonly type: 'asked-for'; readonly what: Help | 'next-phase' | 'end' }
  | { readonly type: 'paused'; readonly since: Instant }
  | { readonly type: 'resumed' }
  | { readonly type: 'pace'; readonly pace: Pace }
  | { readonly type: 'consent'; readonly to: Consent; readonly given: boolean }
  | { readonly type: 'noted'; readonly text: string }
  | { readonly type: 'phase'; readonly phase: string }
  | {
      readonly type: 'ran';
      readonly run: string;
      readonly load: number;
      readonly bottleneck?: string | undefined;
      readonly holds?: boolean;
      readonly full?: boolean;
      /** Under what the interviewer changed; else as it was drawn. */
      readonly changed?: boolean;
      /** How often the board had been changed by then. */
      readonly boards?: number;
      readonly figures?: RunFigures;
    }
  /** The board as it stands is being run as it was drawn. */
  | { readonly type: 'running'; readonly boards: number }
  /** What keeps it from being run. */
  | { readonly type: 'not-run'; readonly boards: number; readonly reason: string }
  | { readonly type: 'closed' }
  /** The candidate's own words on a mark, once there is one. */
  | {
      readonly type: 'contested';
      readonly debrief: ContentHash;
      readonly mark: string;
      readonly reason: string;
    };

export const publish = ({
  version,
  at,
  event,
}: Pick<StoredEvent, 'version' | 'at' | 'event'>): PublicEvent | undefined => {
  const published = publicPart(event, at);
  return published && { version, at, ...published };
};

const publicPart = (event: StoredEvent['event'], at: Instant): Published | undefined => {
  switch (event.type) {
    case 'InterviewOpened': {
      const { system, level, format, mode, persona, focus, pace } = event.terms;
      return {
        type: 'opened',
        terms: { system, level, format, mode, persona, focus, pace },
        plan: event.plan,
      };
    }
    case 'InterviewForked':
      return { type: 'forked', from: event.from, fromVersion: event.version, stoodAt: event.stoodAt };
    case 'CandidateSpoke':
      return { type: 'spoke', turn: event.turn, speaker: 'candidate', text: event.text };
    case 'LineSaid':
      return {
        type: 'spoke',
        turn: event.turn,
        speaker: 'interviewer',
        text: event.parts.map(({ text }) => text).join(''),
      };
    case 'MoveChosen':
      return { type: 'moving', turn: event.turn, move: event.move };
    case 'BoardChanged':
      return { type: 'drew', operations: event.operations };
    case 'HelpRequested':
      return { type: 'asked-for', what: event.help };
    case 'NextPhaseRequested':
      return { type: 'asked-for', what: 'next-phase' };
    case 'EndRequested':
      return { type: 'asked-for', what: 'end' };
    case 'ClockPaused':
      return { type: 'paused', since: Math.min(at, event.since ?? at) };
    case 'ClockResumed':
      return { type: 'resumed' };
    case 'PaceChanged':
      return { type: 'pace', pace: event.pace };
    case 'ConsentRecorded':
      return { type: 'consent', to: event.to, given: event.given };
    case 'NoteWritten':
      return { type: 'noted', text: event.text };
    case 'PhaseEntered':
      return { type: 'phase', phase: event.phase };
    case 'RunRead':
      // Under a twist it may be seen when it is told: before, it would tell of the twist. A first calculation gives way to the run.
      return event.twist === undefined && event.engine !== 'analytic' ? ownRun(event) : undefined;
    case 'RunTold': {
      const { run, load, bottleneck, holds, full, boards, figures } = event;
      return {
        type: 'ran',
        run,
        load,
        bottleneck,
        holds,
        full,
        changed: true,
        ...(boards === undefined ? {} : { boards }),
        ...(figures && { figures: figuresIn(figures) }),
      };
    }
    case 'RunWanted':
      return event.twist === undefined ? { type: 'running', boards: event.boards } : undefined;
    case 'RunFailed':
      return { type: 'not-run', boards: event.boards, reason: event.reason };
    case 'InterviewClosed':
      return { type: 'closed' };
    case 'ReadingContested':
      return { type: 'contested', debrief: event.debrief, mark: event.mark, reason: event.reason };
    case 'PresenceShown':
    case 'FindingsRead':
    case 'DebriefRead':
    case 'MakeReplaced':
    case 'FactRevealed':
    case 'AssumptionHeld':
    case 'HintGiven':
    case 'TwistIntroduced':
    case 'TimeGranted':
      return undefined;
  }
};

const ownRun = ({ run, load, bottleneck, holds, boards, figures }: EventOf<'RunRead'>): Published => ({
  type: 'ran',
  run,
  load,
  bottleneck,
  ...(holds === undefined ? {} : { holds }),
  ...(boards === undefined ? {} : { boards }),
  ...(figures && { full: figures.full.length > 0, figures: figuresIn(figures) }),
});

const figuresIn = (figures: RunFigures): RunFigures => {
  const { arrivingRps, workloads, without, full, busiest, errorRate, answeredRps } = figures;
  const { p50Ms, p99Ms, doneP99Ms, tooShort, components, missed } = figures;
  return {
    arrivingRps,
    workloads: workloads?.map(({ name, rps, inputTokens, outputTokens }) => ({
      name,
      rps,
      inputTokens,
      outputTokens,
    })),
    without,
    full: full.map(({ name, capacityRps, backlogPerSecond }) => ({ name, capacityRps, backlogPerSecond })),
    busiest: busiest && { name: busiest.name, utilisation: busiest.utilisation },
    errorRate,
    answeredRps,
    p50Ms,
    p99Ms,
    doneP99Ms,
    tooShort,
    components: components?.map(({ id, utilisation, queue }) => ({ id, utilisation, queue })),
    missed: missed.map(({ measure, value, limit, of }) => ({ measure, value, limit, of })),
  };
};
