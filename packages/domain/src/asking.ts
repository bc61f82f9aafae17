/** What can be asked of words that are taken up, and how surely each question fits them, to somebody who hears the answer. */
import { z } from 'zod';
import { Weighing } from './weighing.ts';

export const Ask = z.enum(['why', 'more', 'loss', 'when', 'number', 'lived', 'others', 'outcome']);
export type Ask = z.infer<typeof Ask>;

/** What else was fitted once is left where it stands. */
export const Asking = z
  .object(Object.fromEntries(Ask.options.map((ask) => [ask, Weighing])) as Record<Ask, typeof Weighing>)
  .readonly();
export type Asking = z.infer<typeof Asking>;
