/**
 * What goes over the pipe, one JSON document a line. It may grow; what is here keeps its meaning.
 *
 *     in    say board wait hint repeat pause resume next-phase end
 *     out   interviewer phase run closed error ready
 */
import type { InterviewId, Move } from '@dryrun/domain';
import { interviewMs } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { didYouMean } from '@dryrun/text';
import { z } from 'zod';
import { wrongIn } from '../wrong-in.ts';
import type { Shown } from '../interview/public-events.ts';
import { closingSummary } from '../summary.ts';

/** Nobody waits longer for a word: more is a mistake in the input. */
const SECONDS_MAX = 4 * 3600;
const Seconds = z
  .number('expected a number of seconds')
  .min(0, 'expected seconds from 0; time does not go back')
  .max(SECONDS_MAX, `expected at most ${SECONDS_MAX} seconds`);

const messages = [
  z.object({
    type: z.literal('say'),
    text: z.string('expected a text').max(100_000, 'expected at most 100000 characters'),
    tookSeconds: Seconds.default(0),
  }),
  z.object({
    type: z.literal('board'),
    design: z.looseObject({}).optional(),
    mermaid: z.string().max(200_000).optional(),
  }),
  z.object({ type: z.literal('wait'), seconds: Seconds }),
  z.object({ type: z.literal('hint') }),
  z.object({ type: z.literal('repeat') }),
  z.object({ type: z.literal('pause') }),
  z.object({ type: z.literal('resume') }),
  z.object({ type: z.literal('next-phase') }),
  z.object({ type: z.literal('end') }),
] as const;

const In = z.discriminatedUnion('type', messages);
export type In = z.infer<typeof In>;

export type Out =
  | {
      readonly type: 'interviewer';
      readonly text: string;
      readonly move: Move;
      readonly phase: string;
      readonly atSeconds: number;
    }
  | { readonly type: 'phase'; readonly phase: string; readonly atSeconds: number }
  | { readonly type: 'run'; readonly hash: string; readonly bottleneck: string | null }
  | { readonly type: 'closed'; readonly interview: InterviewId | null; readonly summary: string }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'ready' };

const TYPES = messages.map(({ shape }) => shape.type.value);

/** A line of input, or what was expected instead. */
export const readMessage = (line: string): In | string => {
  const value = parsed(line);
  if (value === undefined) return `Expected one JSON object a line; found “${shortened(line)}”.`;
  const typed = z.looseObject({ type: z.string() }).safeParse(value);
  if (!typed.success) return `Expected an object with a “type” of ${TYPES.join(', ')}.`;
  const { type } = typed.data;
  if (!TYPES.some((known) => known === type))
    return `There is no message “${shortened(type)}”.${didYouMean(type.slice(0, 40), TYPES)} Expected ${TYPES.join(', ')}.`;
  const read = In.safeParse(value);
  if (!read.success) return wrongIn(read.error, `“${type}”`);
  if (read.data.type === 'board' && (read.data.design === undefined) === (read.data.mermaid === undefined))
    return 'In “board”: expected either a “design” or a “mermaid”.';
  return read.data;
};

/** What is told of a public event, if anything. */
export const messageOf = (
  { event, view }: Shown,
  interview: InterviewId,
  summary: string,
): Out | undefined => {
  const atSeconds = view.clock ? Math.floor(interviewMs(view.clock, event.at) / 1000) : 0;
  switch (event.type) {
    case 'spoke': {
      const move = view.turns.at(-1)?.move;
      if (event.speaker === 'candidate' || !move) return undefined;
      return { type: 'interviewer', text: event.text, move, phase: view.phase?.id ?? '', atSeconds };
    }
    case 'phase':
      return { type: 'phase', phase: event.phase, atSeconds };
    case 'ran':
      return { type: 'run', hash: event.run, bottleneck: event.bottleneck ?? null };
    case 'closed':
      return {
        type: 'closed',
        interview,
        summary: [closingSummary(view), summary].filter(Boolean).join('\n'),
      };
    case 'opened':
    case 'forked':
    case 'moving':
    case 'running':
    case 'not-run':
    case 'drew':
    case 'asked-for':
    case 'paused':
    case 'resumed':
    case 'pace':
    case 'consent':
    case 'noted':
    case 'contested':
      return undefined;
  }
};

/** Where an interview stands that is taken up again: its phase, and what was asked last. */
export const standingOf = ({ phase, turns }: View): readonly Out[] => {
  const last = turns.findLast(({ speaker }) => speaker === 'interviewer');
  const entered = phase && { phase: phase.id, atSeconds: Math.floor(phase.enteredMs / 1000) };
  return [
    ...(entered ? [{ type: 'phase', ...entered } as const] : []),
    ...(last?.move
      ? [
          {
            type: 'interviewer',
            text: last.text,
            move: last.move,
            phase: last.phase ?? '',
            atSeconds: Math.floor(last.atMs / 1000),
          } as const,
        ]
      : []),
  ];
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
