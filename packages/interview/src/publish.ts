/**
 * The only door out of an interview: `publish` maps what is stored to what may be seen, field by field. There is no
 * field for a finding, a reason, a mark or the content an interview is held with, so none can leave by oversight.
 */
import type {
  BoardOperation,
  Consent,
  ContentHash,
  Help,
  Instant,
  InterviewId,
  Move,
  Pace,
  Plan,
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
    }
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
      // Under a twist it may be seen when it is told: before, it would tell of the twist.
      return event.twist === undefined
        ? { type: 'ran', run: event.run, load: event.load, bottleneck: event.bottleneck }
        : undefined;
    case 'RunTold': {
      const { run, load, bottleneck, holds, full } = event;
      return { type: 'ran', run, load, bottleneck, holds, full };
    }
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
    case 'RunWanted':
    case 'RunFailed':
      return undefined;
  }
};
