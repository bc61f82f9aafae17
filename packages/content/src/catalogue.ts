import { Move, Slug } from '@dryrun/domain';
import type {
  Area,
  Asking,
  Citing,
  FollowUp,
  Format,
  GeneralTwist,
  Judgement,
  Lines,
  Palette,
  Sheet,
  Subject,
  Substance,
  System,
} from '@dryrun/domain';
import { parseDurationMs } from '@dryrun/quantities';
import { z } from 'zod';
import type { Concept, LevelEntry, Pair, RubricDimension, Signal } from './shared-files.ts';

/** What the repository's content says of a system. `System` is the part that a candidate may see. */
export const SystemEntry = z
  .strictObject({
    slug: Slug,
    title: z.string().min(1),
    family: Slug,
    prompt: z.string().min(1),
    aliases: z.array(z.string().min(1)).readonly().default([]),
    pool: z.enum(['junior-mid', 'senior', 'staff-plus']).optional(),
    framing: z.record(z.string(), z.string()).optional(),
    must: z.array(z.string().min(1)).min(1).readonly(),
    sources: z.array(Slug).min(1).readonly(),
  })
  .readonly();
export type SystemEntry = z.infer<typeof SystemEntry>;

const Duration = z.union([z.string(), z.number()]).transform((written, context) => {
  const ms = parseDurationMs(String(written));
  if (ms !== undefined && ms > 0) return ms;
  context.addIssue({ code: 'custom', message: 'expected a duration with a unit, such as 45s or 3 min' });
  return z.NEVER;
});

/** A format as it is written; `Format` is what the interview is held with. */
export const FormatFile = z.strictObject({
  id: Slug,
  title: z.string().min(1),
  opening: z.enum(['vague', 'clear']),
  'looks-at': z.string().min(1),
  patience: z.array(Duration).min(1),
  phases: z
    .array(
      z.strictObject({
        id: Slug,
        title: z.string().min(1),
        /** What there is to reach in it, to the candidate: a coached one reads it while the phase lasts. */
        goal: z.string().min(1),
        minutes: z.number().positive().max(240),
        exchanges: z.int().positive().max(100),
        questions: z.array(z.strictObject({ id: Slug, move: Move, ask: z.string().min(1) })).min(1),
        /** What the phase is there to find out, in its source's words. For authors and the interviewer. */
        objective: z.record(Slug, z.string().min(1)).optional(),
        /** The areas it covers, each in a sentence or by its parts. For authors and the interviewer. */
        covers: z.record(Slug, z.union([z.string().min(1), z.record(Slug, z.string().min(1))])).optional(),
      }),
    )
    .min(1),
});

export type Catalogue = {
  readonly systems: readonly SystemEntry[];
  readonly levels: readonly LevelEntry[];
  readonly formats: readonly Format[];
  readonly lines: Lines;
  readonly signals: readonly Signal[];
  readonly rubric: readonly RubricDimension[];
  readonly pairs: readonly Pair[];
  readonly concepts: readonly Concept[];
  readonly followUps: readonly FollowUp[];
  readonly areas: readonly Area[];
  readonly subjects: readonly Subject[];
  readonly twists: readonly GeneralTwist[];
  /** Which words which question fits; absent where it has not been fitted. */
  readonly asking: Asking | undefined;
  /** How marks are made; absent where no model has been fitted, and then no mark is given. */
  readonly judgement: Judgement | undefined;
  /** Which words can be cited for a mark; absent where it has not been fitted. */
  readonly citing: Citing | undefined;
  /** How much a passage says; absent where it has not been fitted. */
  readonly substance: Substance | undefined;
  /** What a box on a board can be. */
  readonly palette: Palette;
  /** By slug: the sheets of scenarios that have nothing wrong with them. */
  readonly sheets: ReadonlyMap<string, Sheet>;
  /** By slug: designs that run, as their authors wrote them, of the same scenarios. */
  readonly references: Readonly<Record<string, readonly ReferenceDesign[]>>;
};

export type ReferenceDesign = { readonly id: string; readonly text: string };

/** The only way from what authors write to what a candidate sees: field by field, so that a new field stays hidden. */
export const candidateSystem = ({ slug, title, family, prompt, aliases }: SystemEntry): System => ({
  slug,
  title,
  family,
  prompt,
  aliases,
});
