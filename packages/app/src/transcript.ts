/**
 * A transcript of an interview held anywhere: as JSON, as Markdown or plain text with “Interviewer:” and “Candidate:” lines.
 * It becomes the log that such an interview would have left, and is judged as that.
 *
 *     text ─▶ Transcript ─▶ events (said, heard) ─▶ assess ─▶ debrief
 */
import { assess } from '@dryrun/assessor';
import { hold } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import { CommandId, ContentHash, InterviewId, Level, LOG_SCHEMA } from '@dryrun/domain';
import type {
  Debrief,
  HeldContent,
  InterviewEvent,
  Plan,
  SaidTurn,
  StoredEvent,
  Terms,
} from '@dryrun/domain';
import { builtInHear } from '@dryrun/listener';
import { didYouMean } from '@dryrun/text';
import { z } from 'zod';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const TURNS_MOST = 2000;
const TURN_MOST = 200_000;

export const Transcript = z.object({
  scenario: z.string().min(1),
  prompt: z.string().optional(),
  level: Level.default('L6'),
  minutes: z.number().positive().max(1440).optional(),
  turns: z
    .array(
      z.object({
        at: z.number().nonnegative().optional(),
        speaker: z.enum(['interviewer', 'candidate']),
        text: z.string().max(TURN_MOST),
      }),
    )
    .min(1)
    .max(TURNS_MOST),
  board: z.unknown().optional(),
});
export type Transcript = z.infer<typeof Transcript>;

/** `any-system` is judged on the shared vocabulary alone. */
const ANY_SYSTEM = 'any-system';
const FORMAT = 'interview-45';
/** Of a turn without a time: so long after the one before. */
const TURN_S = 60;

export const assessTranscript = (catalogue: Catalogue, transcript: Transcript): Outcome<Debrief> => {
  const read = readTranscript(catalogue, transcript);
  if (!read.done) return read;
  const debrief = assess(read.value.events, read.value.content);
  return debrief ? done(debrief) : refused('empty', 'Expected an interview; nothing of one was found.');
};

/** The log that it would have left, and what it was held with. */
export const readTranscript = (
  catalogue: Catalogue,
  transcript: Transcript,
): Outcome<{ readonly events: readonly StoredEvent[]; readonly content: HeldContent }> => {
  const held = heldFor(catalogue, transcript);
  if (!held.done) return held;
  return done({ events: eventsOf(transcript, held.value), content: held.value.content });
};

type Held = { readonly content: HeldContent; readonly plan: Plan };

const heldFor = (catalogue: Catalogue, { scenario, prompt }: Transcript): Outcome<Held> => {
  const known = scenario === ANY_SYSTEM ? catalogue.systems[0]?.slug : scenario;
  const names = [...catalogue.systems.map(({ slug }) => slug), ANY_SYSTEM];
  if (known === undefined || !names.includes(known))
    return refused(
      'unknown-system',
      `There is no system “${scenario}”.${didYouMean(scenario, names) || ' Use any-system for one that is not in the library.'}`,
    );
  const found = hold(catalogue, { system: known, format: FORMAT });
  if ('code' in found) return refused(found.code, found.message);
  const { sheet, ...content } = found.content;
  const system =
    scenario === ANY_SYSTEM
      ? { slug: ANY_SYSTEM, title: 'Any system', family: 'any', prompt: prompt ?? '', aliases: [] }
      : { ...content.system, prompt: prompt ?? content.system.prompt };
  return done({
    content: { ...content, system, ...(sheet && scenario !== ANY_SYSTEM ? { sheet } : {}) },
    plan: found.plan,
  });
};

const eventsOf = (
  { scenario, level, turns }: Transcript,
  { content, plan }: Held,
): readonly StoredEvent[] => {
  const terms: Terms = {
    system: scenario,
    level,
    format: FORMAT,
    mode: 'real',
    persona: 'neutral',
    focus: [],
    pace: 1,
    seed: 0,
  };
  const said = turns.map(({ speaker, text }, turn): SaidTurn => ({ turn, speaker, text }));
  let atS = 0;
  const timed = said.flatMap(
    (one, index): readonly { readonly atS: number; readonly event: InterviewEvent }[] => {
      atS = Math.max(atS, turns[index]?.at ?? atS + TURN_S);
      return eventsOfTurn(one, said, content).map((event) => ({ atS, event }));
    },
  );
  const opened = { type: 'InterviewOpened', terms, content: NO_HASH, plan } as const;
  return [{ atS: 0, event: opened as InterviewEvent }, ...timed].map((each, index) => ({
    interview: TRANSCRIPT,
    version: index + 1,
    at: each.atS * 1000,
    command: CommandId.parse(`transcript:${index}`),
    schema: LOG_SCHEMA,
    event: each.event,
  }));
};

const TRANSCRIPT = InterviewId.parse('transcript');
/** Nothing is stored, so that nothing can be looked up by it. */
const NO_HASH = ContentHash.parse('0'.repeat(64));

const eventsOfTurn = (
  one: SaidTurn,
  said: readonly SaidTurn[],
  content: HeldContent,
): readonly InterviewEvent[] => {
  const { turn, speaker, text } = one;
  const { make } = builtInHear;
  if (speaker === 'interviewer')
    return text === '' ? [] : [{ type: 'LineSaid', turn, make, parts: [{ source: 'line', text }] }];
  const asked = said.slice(0, turn).findLast((before) => before.speaker === 'interviewer');
  const findings = builtInHear.hear(
    { asked, answer: one },
    {
      sheet: content.sheet,
      vocabulary: content.vocabulary ?? [],
      topic: `${content.system.title} ${content.system.prompt}`,
      askedAbout: undefined,
    },
  );
  return [
    { type: 'CandidateSpoke', turn, text, channel: 'typed' },
    { type: 'FindingsRead', turn, make, findings },
  ];
};
