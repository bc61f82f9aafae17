import type { CandidateAction } from '@dryrun/domain';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ApiProblem } from '../base/api-problem.ts';
import { useKept } from '../base/use-kept.ts';
import { createCourier } from './courier.ts';
import type { Link } from './follow.ts';
import type { Heard } from './heard.ts';
import { unseenWords } from './outbox.ts';
import type { Pending } from './outbox.ts';
import { usePresence } from './use-presence.ts';

/** What was not done; or what need not be, for it had happened by then. */
type Refusal = { readonly text: string; readonly isLate: boolean };

/** What one does in the room: words and commands leave through the outbox, and what is refused comes back. */
export const useRoom = (interview: string, heard: Heard, link: Link) => {
  const { version, status } = heard.view;
  const [draft, setDraft] = useKept(`dryrun.draft.${interview}`);
  const [refusal, setRefusal] = useState<Refusal>();
  const showPresence = usePresence(interview, status === 'running');

  const [courier] = useState(() =>
    createCourier(interview, (pending: Pending, problem: ApiProblem) => {
      const { action } = pending;
      if (isSoAlready(action, problem)) return;
      if (action.type === 'Say') setDraft((typed) => [action.text, typed].filter(Boolean).join('\n\n'));
      setRefusal({
        text: problem.answer?.detail ?? problem.found,
        isLate: problem.answer?.code === 'phase-over',
      });
    }),
  );
  const outbox = useSyncExternalStore(courier.subscribe, courier.outbox);
  useEffect(() => courier.start(), [courier]);
  useEffect(() => courier.seenUpTo(version), [courier, version, outbox]);
  useEffect(() => {
    if (link === 'live') courier.hurry();
  }, [courier, link]);

  const send = (action: CandidateAction) => {
    setRefusal(undefined);
    courier.put(action, version);
  };
  const say = () => {
    if (draft.trim() === '') return;
    if (status === 'paused') send({ type: 'Resume' });
    send({ type: 'Say', text: draft, channel: 'typed' });
    setDraft('');
  };
  return {
    draft,
    setDraft: (typed: string) => {
      setDraft(typed);
      showPresence();
    },
    showPresence,
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    send,
    say,
    unseen: unseenWords(outbox, heard),
    unanswered: outbox.some(({ attempts, keptAs }) => attempts > 0 && keptAs === undefined),
  };
};

/** Two tabs may ask for the same; the second need not be told that it is done. */
const isSoAlready = ({ type }: CandidateAction, { answer }: ApiProblem) =>
  (type === 'Resume' && answer?.code === 'not-paused') ||
  (type === 'Pause' && answer?.code === 'paused') ||
  (type === 'End' && answer?.code === 'closed');
