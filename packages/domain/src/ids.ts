import { z } from 'zod';

/** Ids are branded strings; each brand is made in this file and nowhere else. */
export const InterviewId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{3,63}$/, 'expected 4 to 64 of a–z, 0–9 and “-”')
  .brand<'InterviewId'>();
export type InterviewId = z.infer<typeof InterviewId>;

export const CommandId = z
  .string()
  .regex(/^[\w:.-]{1,160}$/, 'expected 1 to 160 of letters, digits, “_”, “:”, “.” and “-”')
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** SHA-256 of a stored content, in hex. */
export const ContentHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'expected 64 hex digits')
  .brand<'ContentHash'>();
export type ContentHash = z.infer<typeof ContentHash>;

/** Milliseconds since 1970, UTC. */
export const Instant = z.int().nonnegative();
export type Instant = z.infer<typeof Instant>;
