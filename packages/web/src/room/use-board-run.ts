import { NO_RATE } from '@dryrun/design';
import type { CandidateAction } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import { useRef, useState } from 'react';
import { arrivingAt, ranAsItStands, rateTyped } from './board-load.ts';

/** Of a board that was changed since, or of which what arrives was said since. */
const isMended = ({ trial, boards }: View, known: number | undefined): boolean =>
  trial?.boards !== boards || (trial.reason === NO_RATE && known !== undefined);

/** The run of the board as it stands: under what, how it goes, and what came of it. */
export const useBoardRun = (view: View, send: (action: CandidateAction) => void) => {
  const [typed, setTyped] = useState<string>();
  const [asks, setAsks] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const known = arrivingAt(view);
  const text = typed ?? (known === undefined ? '' : String(known));
  const paused = view.status === 'paused';
  /** What it was drawn with need not be said again. */
  const drawnWith = (view.board.required?.workloads.length ?? 0) > 0;

  const run = () => {
    if (view.board.components.length === 0) return;
    const rps = rateTyped(text);
    const asDrawn = text.trim() === '' && drawnWith;
    if (rps === undefined && !asDrawn) {
      setAsks(true);
      field.current?.focus();
      return;
    }
    setAsks(false);
    if (paused) send({ type: 'Resume' });
    send(asDrawn || (drawnWith && rps === known) ? { type: 'RunBoard' } : { type: 'RunBoard', rps });
  };
  return {
    field,
    text,
    type: (next: string) => {
      setTyped(next);
      setAsks(false);
    },
    run,
    asks,
    paused,
    optional: drawnWith,
    trial: isMended(view, known) ? undefined : view.trial,
    ran: ranAsItStands(view),
    /** It was run, and drawn otherwise since. */
    stale: view.runs.some(({ boards }) => boards !== undefined) && !ranAsItStands(view),
  };
};
