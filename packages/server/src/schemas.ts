/** The shapes of the HTTP interface, as the OpenAPI document tells them. What a candidate may not see has no field. */
import {
  BoardComponent,
  BoardConnection,
  BoardOperation,
  CandidateAction,
  CommandId,
  ContentHash,
  Debrief,
  Dimension,
  Gpu,
  InterviewId,
  Level,
  LlmModel,
  Mode,
  Move,
  Pace,
  PaletteFile,
  Persona,
  Plan,
  RunFigures,
  Slug,
} from '@dryrun/domain';
import { EXPORT_FORMATS } from '@dryrun/app';
import { z } from '@hono/zod-openapi';

export const InterviewPath = z.object({ interview: InterviewId });

/** A client's own name for its command: sent again, it is applied once. */
const ClientId = CommandId.refine((id) => id.length <= 128, 'expected at most 128 characters');

export const Opening = z
  .strictObject({
    id: ClientId.optional(),
    system: Slug,
    level: Level,
    format: Slug,
    mode: Mode.optional(),
    persona: Persona.optional(),
    focus: z.array(Dimension).max(8).optional(),
    pace: Pace.optional(),
    seed: z.int().min(0).max(0xffffffff).optional(),
  })
  .openapi('Opening', { example: { system: 'llm-serving', level: 'L6', format: 'interview-45' } });

export const Sent = z.strictObject({ id: ClientId.optional(), action: CandidateAction }).openapi('Command', {
  example: { id: 'say-1', action: { type: 'Say', text: 'Who uses it?', channel: 'typed' } },
});

export const Forking = z
  .strictObject({ id: ClientId.optional(), version: z.int().positive() })
  .openapi('Forking', { example: { version: 12 } });

const Flag = z.enum(['true', 'false']).optional();

/** In which form an interview is wanted, and what is left out of it. */
export const Exporting = z.object({
  to: z.enum(EXPORT_FORMATS).default('json'),
  redact: Flag.openapi({
    description: 'Without e-mail addresses, telephone numbers, links and introduced names.',
  }),
  redactAlso: z
    .string()
    .max(2000)
    .optional()
    .openapi({ description: 'And without these words.', example: 'Acme,Initech' }),
  notes: Flag.openapi({
    description: 'With the private notes, which are left out otherwise (JSON has them).',
  }),
  inline: Flag.openapi({ description: 'To be shown by this origin’s page, and not saved.' }),
});

export const Named = z.object({ interview: InterviewId }).openapi('Named');

/** What came in; already here, if nothing had to be added. */
export const Imported = Named.extend({ already: z.boolean() }).openapi('Imported');

export const Versions = z.object({ from: z.int(), to: z.int() }).openapi('Versions', {
  description: 'The events that the command made; none when `to` is less than `from`.',
});

export const Listing = z
  .object({
    interviews: z.array(
      z.object({
        interview: InterviewId,
        system: z.string(),
        title: z.string(),
        level: z.string(),
        format: z.string(),
        status: z.enum(['running', 'paused', 'closed']),
        version: z.int(),
        startedAt: z.int(),
        lastAt: z.int(),
        answersAgain: z.object({ interview: InterviewId, atMs: z.int() }).optional(),
      }),
    ),
  })
  .openapi('Listing');

export const Branches = z
  .object({
    branches: z.array(
      z.object({
        interview: InterviewId,
        status: z.enum(['running', 'paused', 'closed']),
        version: z.int(),
        atMs: z.int(),
        turns: z.int(),
        lastAt: z.int(),
      }),
    ),
  })
  .openapi('Branches');

export const Library = z
  .object({
    version: z.string(),
    here: z.array(z.object({ name: z.string(), ready: z.boolean(), note: z.string() })),
    systems: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        family: z.string(),
        prompt: z.string(),
        aliases: z.array(z.string()),
        hasSheet: z.boolean(),
        levels: z.array(Level),
        guides: z.array(z.string()),
      }),
    ),
    levels: z.array(z.object({ id: Level, title: z.string(), distinction: z.string() })),
    formats: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        opening: z.enum(['vague', 'clear']),
        minutes: z.number(),
        phases: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.number() })),
      }),
    ),
  })
  .openapi('Library');

const VisibleTerms = z.object({
  system: z.string(),
  level: Level,
  format: z.string(),
  mode: Mode,
  persona: Persona,
  focus: z.array(Dimension).readonly(),
  pace: Pace,
});

export const ViewShape = z
  .object({
    version: z.int(),
    status: z.enum(['not-begun', 'running', 'paused', 'closed']),
    terms: VisibleTerms.optional(),
    plan: Plan.optional(),
    clock: z.object({ startedAt: z.int(), pausedMs: z.int(), pausedAt: z.int().optional() }).optional(),
    phase: z.object({ id: z.string(), enteredMs: z.int() }).optional(),
    turns: z.array(
      z.object({
        turn: z.int(),
        speaker: z.enum(['candidate', 'interviewer']),
        text: z.string(),
        atMs: z.int(),
        phase: z.string().optional(),
        move: Move.optional(),
      }),
    ),
    moving: z.array(z.object({ turn: z.int(), move: Move })),
    board: z.object({
      components: z.array(BoardComponent).readonly(),
      connections: z.array(BoardConnection).readonly(),
    }),
    notes: z.array(z.object({ atMs: z.int(), text: z.string() })),
    runs: z.array(
      z.object({
        run: z.string(),
        load: z.number(),
        bottleneck: z.string().optional(),
        holds: z.boolean().optional(),
        full: z.boolean().optional(),
        changed: z.boolean().optional(),
        boards: z.int().optional(),
        figures: RunFigures.optional(),
        atMs: z.int(),
      }),
    ),
    boards: z.int(),
    trial: z.object({ boards: z.int(), reason: z.string().optional() }).optional(),
    contested: z.array(z.object({ debrief: ContentHash, mark: z.string(), reason: z.string(), at: z.int() })),
    forkedFrom: z.object({ interview: InterviewId, version: z.int() }).optional(),
  })
  .openapi('View');

/** A debrief with its name, by which a mark of it is contested. */
export const NamedDebrief = Debrief.and(
  z.object({ hash: ContentHash, names: z.record(z.string(), z.string()) }),
).openapi('NamedDebrief');

/** What a box on a board can be; the same for everybody, and nothing of any sheet. */
export const Palette = PaletteFile.and(
  z.object({ gpus: z.array(Gpu).readonly(), llmModels: z.array(LlmModel).readonly() }),
).openapi('Palette');

/** Where words were said: in which interviews, which of the words, and a place that has most of them. */
export const Said = z
  .object({
    said: z.array(
      z.object({ interview: InterviewId, words: z.array(z.string()), turn: z.int(), excerpt: z.string() }),
    ),
  })
  .openapi('Said');

const AtLevels = z.object({
  L4: z.string(),
  L5: z.string(),
  L6: z.string(),
  L7: z.string(),
  principal: z.string(),
});

/** What the interviewer knew all along: answers of the sheet, and designs that run. */
export const Reference = z
  .object({
    moments: z.array(z.object({ id: z.string(), moment: z.string(), dimension: Dimension, says: AtLevels })),
    facts: z.array(z.object({ id: z.string(), heading: z.string(), answer: z.string() })),
    items: z.array(
      z.object({ id: z.string(), area: z.string(), dimension: Dimension, level: Level, why: z.string() }),
    ),
    twists: z.array(
      z.object({ id: z.string(), says: z.string(), breaks: z.string(), answered: z.array(z.string()) }),
    ),
    designs: z.array(z.object({ id: z.string(), text: z.string() })),
  })
  .openapi('Reference');

const happened = { version: z.int(), at: z.int() };
const public_ = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ ...happened, type: z.literal(type), ...shape });

/** One message of the event stream; its `id` is the version. */
export const PublicEventShape = z
  .discriminatedUnion('type', [
    public_('opened', { terms: VisibleTerms, plan: Plan }),
    public_('forked', { from: InterviewId, fromVersion: z.int(), stoodAt: z.int() }),
    public_('spoke', { turn: z.int(), speaker: z.enum(['candidate', 'interviewer']), text: z.string() }),
    public_('moving', { turn: z.int(), move: Move }),
    public_('drew', { operations: z.array(BoardOperation).readonly() }),
    public_('asked-for', { what: z.enum(['hint', 'repeat', 'time', 'next-phase', 'end']) }),
    public_('paused', { since: z.int() }),
    public_('resumed', {}),
    public_('pace', { pace: Pace }),
    public_('consent', { to: z.enum(['model', 'recording', 'sharing']), given: z.boolean() }),
    public_('noted', { text: z.string() }),
    public_('phase', { phase: z.string() }),
    public_('ran', {
      run: z.string(),
      load: z.number(),
      bottleneck: z.string().optional(),
      holds: z.boolean().optional(),
      full: z.boolean().optional(),
      changed: z.boolean().optional(),
      boards: z.int().optional(),
      figures: RunFigures.optional(),
    }),
    public_('running', { boards: z.int() }),
    public_('not-run', { boards: z.int(), reason: z.string() }),
    public_('closed', {}),
    public_('contested', { debrief: ContentHash, mark: z.string(), reason: z.string() }),
  ])
  .openapi('PublicEvent');
