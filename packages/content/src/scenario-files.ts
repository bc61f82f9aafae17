/**
 * The shapes of one scenario's sheet, `scenarios/<slug>/`. Quantities are written with units and multiply out; ids are
 * for ever. Nothing of it is the candidate's to see before its time, but for the brief.
 *
 *     brief.md        what is said at the opening, vaguely and clearly
 *     facts.yaml      what is answered when it is asked for
 *     items.yaml      what a good design has thought of, here
 *     twists.yaml     what changes in the middle
 *     levels.yaml     what each level says at the moments that separate them
 *     references/     two designs that run
 *     specimens/      answers, with the marks they must get
 *     notes.md        for authors
 */
import { Dimension, Level, Slug } from '@dryrun/domain';
import { z } from 'zod';

const Text = z.string().min(1);
const Texts = z.array(Text).min(1).readonly();
const retired = { retired: z.literal(true).optional() };

/** The brief's fifteen requirement headings, in its order. */
export const HEADINGS = [
  'success-metrics',
  'online-or-offline',
  'latency',
  'interpretability',
  'fairness',
  'features-and-sources',
  'volume-and-labels',
  'freshness',
  'quality-and-drift',
  'privacy-and-compliance',
  'predictions-per-second',
  'update-frequency',
  'training-data-size',
  'number-of-features',
  'number-of-models',
] as const;
const Heading = z.enum(HEADINGS);

export const FactsFile = z.strictObject({
  framing: z.strictObject({ input: Text, output: Text, task: Text, models: Texts, metrics: Texts }),
  facts: z
    .array(
      z.strictObject({
        id: Slug,
        heading: Heading,
        /** Ways of asking for it: words and short phrases that a question for it contains. */
        asks: Texts,
        /** What the interviewer says, as said aloud. */
        answer: Text,
        /** “2M users”, “500 ms”; absent where the fact is no number. */
        quantity: Text.optional(),
        /** The level from which asking is expected. */
        from: Level,
        /** The id of a source in notes.md, or `chosen` for a figure that is ours. */
        source: Text,
        ...retired,
      }),
    )
    .min(1),
  /** `peak = daily-users * requests-per-user * peak-factor`: left and right agree within a tenth. */
  relations: z.array(z.strictObject({ is: Text, says: Text })).default([]),
  /** Headings that are deliberately left to be assumed, and why. */
  open: z.array(z.strictObject({ heading: Heading, why: Text, accept: Text })).default([]),
});

export const AREAS = [
  'problem',
  'data',
  'features',
  'management',
  'modelling',
  'serving',
  'evaluation',
  'monitoring',
  'fairness',
  'security',
  'cost',
  'organisation',
] as const;

export const ItemsFile = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id: Slug,
        area: z.enum(AREAS),
        /** The shared concept it is a case of. */
        concept: Slug,
        dimension: Dimension,
        level: Level,
        /** Why it matters here, with the number that makes it matter. */
        why: Text,
        /** Further ways it is said in this system, beside its concept's. */
        heard: z.array(Text).readonly().default([]),
        /** Asks for a consequence; the item's name and its concept's are not in it. */
        probe: Text,
        /** Three rungs: an area, a consequence, and only then the thing by its name. */
        hints: z.tuple([Text, Text, Text]),
        ...retired,
      }),
    )
    .min(1),
  /** Questions of formats that make no sense for this system: `phase/question`. */
  skips: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))
    .readonly()
    .default([]),
  /** Which shared trade-offs bite here, and how. */
  pairs: z.array(z.strictObject({ pair: Slug, bites: Text })).min(1),
  /** What the interviewer puts forward against a design, with rebuttals that hold and rebuttals that do not. */
  challenges: z
    .array(z.strictObject({ id: Slug, against: Text, says: Text, sound: Texts, unsound: Texts }))
    .min(1),
  /** What is said wrongly about this system. */
  mistakes: z
    .array(z.strictObject({ id: Slug, says: Text, heard: Texts, because: Text, concept: Slug.optional() }))
    .min(1),
});

export const TwistRunEntry = z
  .strictObject({
    load: z.number().positive().optional(),
    inputTokens: z.number().positive().optional(),
    outputTokens: z.number().positive().optional(),
    becomes: z
      .strictObject({
        name: Text,
        share: z.number().positive().max(1),
        inputTokens: z.number().positive().optional(),
        outputTokens: z.number().positive().optional(),
      })
      .readonly()
      .optional(),
    limits: z.record(Slug, z.number().positive()).optional(),
    lose: z.enum(['zone', 'region']).optional(),
  })
  .readonly();

export const TwistsFile = z.strictObject({
  twists: z
    .array(
      z.strictObject({
        id: Slug,
        kind: z.enum([
          'load',
          'latency',
          'region',
          'law',
          'precision',
          'label-delay',
          'modality',
          'market',
          'cost',
          'abuse',
        ]),
        /** What the interviewer says; a new requirement may be named. */
        says: Text,
        from: Level,
        /** What becomes of facts, in numbers: `by: 10x` or `to: 50 ms`. */
        changes: z
          .array(
            z.strictObject({
              fact: Slug,
              by: z
                .string()
                .regex(/^\d+(\.\d+)?x$/)
                .optional(),
              to: Text.optional(),
            }),
          )
          .min(1),
        /** What happens to a design that does nothing, and what one does about it. */
        breaks: Text,
        answered: Texts,
        /** What becomes of a board that runs; each is how many times as much. The simple reference breaks under it. */
        run: TwistRunEntry.optional(),
        /** What a check of the simple reference finds, because the twist is about that very weakness. */
        weakness: z.array(z.strictObject({ finding: Slug, component: Text.optional() })).optional(),
        ...retired,
      }),
    )
    .min(2),
});

export const ScenarioLevelsFile = z.strictObject({
  moments: z
    .array(
      z.strictObject({
        id: Slug,
        /** The moment that separates levels: a question, or a point in the design. */
        moment: Text,
        dimension: Dimension,
        /** The item it hangs on, where there is one. */
        item: Slug.optional(),
        says: z.strictObject({ L4: Text, L5: Text, L6: Text, L7: Text, principal: Text }),
      }),
    )
    .min(3),
});

/** A sample answer with the marks it must get, written before anything is run on it. */
export const SpecimenFile = z.strictObject({
  kind: z.enum(['strong', 'thin', 'confidently-wrong', 'name-dropping']),
  level: Level,
  turns: z.array(z.strictObject({ speaker: z.enum(['interviewer', 'candidate']), text: Text })).min(2),
  expects: z.strictObject({
    /** Item → the depth that is shown, or `mistaken`. */
    items: z.record(Slug, z.enum(['absent', 'named', 'explained', 'weighed', 'owned', 'mistaken'])),
    mistakes: z.array(Slug).default([]),
    bands: z.record(Dimension, z.enum(['below', 'meets', 'exceeds', 'not-shown'])).optional(),
  }),
});

export const NotesFront = z.strictObject({
  reviewBy: z.iso.date(),
  sources: z
    .array(
      z.strictObject({
        id: Slug,
        what: Text,
        where: Text,
        date: z.iso.date(),
        read: z.iso.date().optional(),
      }),
    )
    .min(1),
});
