/**
 * The outbox outlives the page: each command has a key of its own, so that two tabs never write over each other. A tab
 * that finds another's command sends it too: under the same id, it is applied once.
 */
import { remember, rememberedUnder } from '../base/storage.ts';
import type { Outbox, Pending } from './outbox.ts';

const prefixOf = (interview: string) => `dryrun.outbox.${interview}.`;

export const keepPending = (interview: string, pending: Pending, madeAt: number): void =>
  remember(prefixOf(interview) + pending.id, JSON.stringify({ ...pending, madeAt }));

export const forgetPending = (interview: string, id: string): void =>
  remember(prefixOf(interview) + id, undefined);

export const keptPending = (interview: string): Outbox =>
  rememberedUnder(prefixOf(interview))
    .flatMap(parsed)
    .sort((a, b) => a.madeAt - b.madeAt)
    .map(({ madeAt: _, ...pending }) => ({ ...pending, attempts: 0, keptAs: undefined }));

type Kept = Pending & { readonly madeAt: number };

const parsed = (text: string): readonly Kept[] => {
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? [value] : [];
  } catch {
    return [];
  }
};

/** Whether the action itself is one, the server says. */
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'action' in value &&
  'madeAt' in value &&
  'seen' in value &&
  typeof value.id === 'string' &&
  typeof value.action === 'object' &&
  typeof value.madeAt === 'number';
