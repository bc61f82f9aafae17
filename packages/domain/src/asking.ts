/** What can be asked of words that are taken up, and how surely each question fits them, to somebody who hears the answer. */
import { z } from 'zod';
import { Weighing } from './weighing.ts';

export const Ask = z.enum(['why', 'more', 'loss', 'when', 'number', 'lived', 'others', 'outcome']);
export type Ask = z.infer<typeof Ask>;

/** `nothing`: the words are none that one would take up. */
export const AskKind = z.enum([...Ask.options, 'nothing']);
export type AskKind = z.infer<typeof AskKind>;

export const Asking = z.record(AskKind, Weighing).readonly();
export type Asking = z.infer<typeof Asking>;
