import type { z } from 'zod';

/** What of a value the schema did not find as it should be, and where. */
export const wrongIn = (error: z.ZodError, within: string): string => {
  const [issue] = error.issues;
  const path = issue?.path.filter((step) => typeof step !== 'symbol').join('.') ?? '';
  return `In ${within}${path === '' ? '' : `, at ${path}`}: ${issue?.message ?? 'unreadable'}.`;
};
