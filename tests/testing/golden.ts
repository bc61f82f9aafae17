/**
 * Golden interviews: a folder of what was said and done, and of what came of it to the byte.
 *
 *     steps.json      terms, and each action with its second
 *     held.json       the content it was held with, so that it does not change with the repository's
 *     log.jsonl       every stored event, one on a line
 *     transcript.md   to be read by people
 *     debrief.json    what was made of it
 */
import { assess } from '@dryrun/assessor';
import { CandidateAction, CommandId, ContentHash, InterviewId, LOG_SCHEMA, Terms } from '@dryrun/domain';
import type { Action, HeldContent, Plan, StoredEvent } from '@dryrun/domain';
import {
  builtInSay,
  decide,
  exchangeOf,
  hasBegun,
  hearContextOf,
  notBegun,
  viewAt,
  wordingOf,
} from '@dryrun/interview';
import type { Interview, InterviewState, View } from '@dryrun/interview';
import { builtInHear } from '@dryrun/listener';
import { clockFace } from '@dryrun/quantities';
import { z } from 'zod';

export const Steps = z.strictObject({
  terms: Terms,
  /** Seconds since the first word; `wake` lets the clock run up to then. */
  steps: z.array(
    z.strictObject({
      at: z.number().nonnegative(),
      action: z.union([CandidateAction, z.strictObject({ type: z.literal('Wake') })]),
    }),
  ),
});
export type Steps = z.infer<typeof Steps>;

const START = 1_800_000_000_000;
const INTERVIEW = InterviewId.parse('golden');

/** Holds an interview by pure functions alone, waking it whenever it is due. */
export const heldFrom = (
  { terms, steps }: Steps,
  content: HeldContent,
  hash: ContentHash,
): readonly StoredEvent[] => {
  const log: StoredEvent[] = [];
  let state = theBeginning();
  let wakeAt: number | null = null;
  const take = (action: Action, at: number): void => {
    const command = CommandId.parse(`c${log.length}`);
    const decision = decide({ id: command, at, action }, state, content);
    if (decision.kind === 'refused') return;
    state = decision.state;
    wakeAt = decision.wakeAt;
    for (const event of decision.events) {
      log.push({
        interview: INTERVIEW,
        version: log.length + 1,
        at: decision.at,
        command,
        schema: LOG_SCHEMA,
        event,
      });
    }
    const report = hasBegun(state) ? reportOf(state, content, log) : undefined;
    if (report) take(report, at);
  };
  take({ type: 'OpenInterview', terms, content: hash, plan: planOf(content) }, START);
  for (const { at, action } of steps) {
    const instant = START + at * 1000;
    // Whoever speaks or types is not silent.
    const silentUntil = instant - ('tookMs' in action ? (action.tookMs ?? 0) : 0);
    for (let due: number | null = wakeAt; due !== null && due < silentUntil; due = wakeAt)
      take({ type: 'Wake' }, due);
    take(action, instant);
  }
  return log;
};

const theBeginning = (): InterviewState => notBegun;

/** The work an interview waits for, done by the built-in makes. */
export const reportOf = (
  state: Interview,
  content: HeldContent,
  log: readonly StoredEvent[],
): Action | undefined => {
  const [work] = state.awaiting;
  switch (work?.kind) {
    case undefined:
      return undefined;
    case 'run':
      return { type: 'ReportNoRun', boards: work.wanted.boards, reason: 'nothing is run here' };
    case 'hear': {
      const exchange = exchangeOf(state, work.turn);
      const findings = exchange ? builtInHear.hear(exchange, hearContextOf(state, content, work.turn)) : [];
      return {
        type: 'ReportFindings',
        turn: work.turn,
        make: builtInHear.make,
        findings,
        replaced: undefined,
      };
    }
    case 'say': {
      const parts = builtInSay.say(wordingOf(state, work, content));
      return {
        type: 'ReportLine',
        turn: work.chosen.turn,
        make: builtInSay.make,
        parts,
        replaced: undefined,
      };
    }
    case 'assess':
      return { type: 'ReportDebrief', debrief: DEBRIEF, make: assess(log, content)?.make ?? builtInSay.make };
  }
};
/** Where a debrief is kept is not what is told here. */
const DEBRIEF = ContentHash.parse('d'.repeat(64));

const planOf = ({ system, format }: HeldContent): Plan => ({
  title: system.title,
  formatTitle: format.title,
  patienceMs: format.patienceMs,
  phases: format.phases.map(({ id, title, budgetMs, exchanges }) => ({ id, title, budgetMs, exchanges })),
});

export const toLines = (log: readonly StoredEvent[]): string =>
  `${log.map((event) => JSON.stringify(event)).join('\n')}\n`;

export const transcriptOf = (log: readonly StoredEvent[]): string =>
  told(viewAt(log, { version: log.length }));

const told = ({ plan, turns, terms }: View): string => {
  const lines = [`# ${plan?.title}`, '', `${plan?.formatTitle}, ${terms?.level}, ${terms?.mode}`];
  let phase: string | undefined;
  for (const turn of turns) {
    if (turn.phase !== phase) lines.push('', `## ${turn.phase}`);
    phase = turn.phase;
    const who = turn.speaker === 'candidate' ? 'Candidate' : `Interviewer (${turn.move})`;
    lines.push('', `**${clockFace(turn.atMs)} ${who}**`, '', turn.text);
  }
  return `${lines.join('\n')}\n`;
};

export const debriefOf = (log: readonly StoredEvent[], content: HeldContent): string =>
  `${JSON.stringify(assess(log, content), null, 2)}\n`;
