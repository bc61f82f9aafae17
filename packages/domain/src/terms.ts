import { z } from 'zod';
import { Dimension, Level, Mode, Pace, Persona, Slug } from './vocabulary.ts';

/** What was agreed before the first word. */
export const Terms = z
  .object({
    system: Slug,
    level: Level,
    format: Slug,
    mode: Mode,
    persona: Persona,
    focus: z.array(Dimension).max(8).readonly(),
    pace: Pace,
    /** Chooses among equal lines and equal moves; the same seed and the same words give the same interview. */
    seed: z.int().min(0).max(0xffffffff),
  })
  .readonly();
export type Terms = z.infer<typeof Terms>;

/** The public outline of the hour: the candidate is told all of it in the first turn. */
export const Plan = z
  .object({
    title: z.string(),
    formatTitle: z.string(),
    phases: z
      .array(
        z
          .object({
            id: Slug,
            title: z.string(),
            /** What there is to reach in it, for whoever is coached. Interviews from before it was told have none. */
            goal: z.string().optional(),
            budgetMs: z.int().positive(),
            exchanges: z.int().positive(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
    /** After how long a silence the interviewer says something, each once. */
    patienceMs: z.array(z.int().positive()).readonly(),
  })
  .readonly();
export type Plan = z.infer<typeof Plan>;
export type PlannedPhase = Plan['phases'][number];
