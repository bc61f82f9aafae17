import { z } from 'zod';

/** Who read or worded something: which make, in which version. On every reading and every line. */
export const Make = z.object({ kind: z.enum(['built-in', 'llm']), version: z.string().min(1) }).readonly();
export type Make = z.infer<typeof Make>;

/** The exact words a finding rests on: code-unit offsets into the turn's text. */
export const Span = z.object({ start: z.int().nonnegative(), end: z.int().positive() }).readonly();
export type Span = z.infer<typeof Span>;

/** What somebody does by saying something. */
export const Act = z.enum(['asks-time', 'asks-repeat', 'asks-hint', 'asks-next-phase', 'asks-to-end']);
export type Act = z.infer<typeof Act>;

/** What a reader found in one exchange, each with the words it rests on. */
export const Finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('act'), act: Act, span: Span }).readonly(),
]);
export type Finding = z.infer<typeof Finding>;
