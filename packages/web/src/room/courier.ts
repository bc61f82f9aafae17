import type { CandidateAction } from '@dryrun/domain';
import { mayPass, problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { newId } from '../base/new-id.ts';
import * as box from './outbox.ts';
import type { Outbox, Pending } from './outbox.ts';
import { forgetPending, keepPending, keptPending } from './outbox-storage.ts';
import { sendCommand } from './room-api.ts';

export type Courier = {
  readonly outbox: () => Outbox;
  readonly subscribe: (changed: () => void) => () => void;
  readonly put: (action: CandidateAction, seen: number) => void;
  readonly seenUpTo: (version: number) => void;
  /** Somebody answers again: no more waiting. */
  readonly hurry: () => void;
  readonly start: () => () => void;
};

type Refused = (pending: Pending, problem: ApiProblem) => void;

/** Carries the outbox of one interview to the server, for as long as its page is open. */
export const createCourier = (interview: string, onRefused: Refused): Courier => {
  let outbox: Outbox = keptPending(interview);
  let busy = false;
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const become = (next: Outbox) => {
    if (next === outbox) return;
    outbox = next;
    for (const listener of listeners) listener();
  };

  const pump = async (): Promise<void> => {
    const next = box.nextToSend(outbox);
    if (busy || !started || !next) return;
    busy = true;
    clearTimeout(timer);
    const waits = await deliver(next);
    busy = false;
    if (waits) timer = setTimeout(pump, waits);
    else await pump();
  };

  /** How long to wait before the next one; not at all when this one is done with. */
  const deliver = async ({ id, action }: Pending): Promise<number | undefined> => {
    try {
      const { to } = await sendCommand(interview, id, action);
      forgetPending(interview, id);
      become(box.acknowledged(outbox, id, to));
      return undefined;
    } catch (reason) {
      const problem = problemOf(reason);
      const pending = outbox.find((one) => one.id === id);
      if (mayPass(problem)) {
        become(box.unanswered(outbox, id));
        return box.waitMs((pending?.attempts ?? 0) + 1);
      }
      forgetPending(interview, id);
      become(box.without(outbox, id));
      if (pending) onRefused(pending, problem);
      return undefined;
    }
  };

  return {
    outbox: () => outbox,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    put: (action, seen) => {
      const id = newId(action.type);
      become(box.put(outbox, id, action, seen));
      const pending = outbox.find((one) => one.id === id);
      if (pending) keepPending(interview, pending, Date.now());
      void pump();
    },
    seenUpTo: (version) => become(box.seenUpTo(outbox, version)),
    hurry: () => void pump(),
    start: () => {
      started = true;
      void pump();
      return () => {
        started = false;
        clearTimeout(timer);
      };
    },
  };
};
