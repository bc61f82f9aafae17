/** The conversation as it stands on the page: turns, what happened between them, and words that are still on their way. */
import { clockFace } from '../base/interview-time.ts';
import type { Asked, Heard, Mark, Run } from './heard.ts';
import { paceSaid } from './paces.ts';

export type Item =
  | { readonly kind: 'phase'; readonly key: string; readonly title: string }
  | {
      readonly kind: 'said';
      readonly key: string;
      readonly turn: number;
      readonly version: number;
      readonly speaker: 'interviewer' | 'candidate';
      readonly text: string;
      readonly atMs: number;
      /** Said on by the same speaker: no need to name them again. */
      readonly goesOn: boolean;
      readonly mayBranch: boolean;
      /** Your last words, known to be kept, and nothing said to them yet. */
      readonly kept: boolean;
    }
  | { readonly kind: 'mark'; readonly key: string; readonly text: string; readonly interview?: string }
  | { readonly kind: 'ran'; readonly key: string; readonly run: Run }
  | { readonly kind: 'sending'; readonly key: string; readonly text: string; readonly state: Sending };

/** What a piece of evidence points at: the words in a turn, or a run. */
export type Pressed =
  | { readonly turn: number; readonly quote: string | undefined; readonly run?: undefined }
  | { readonly run: string; readonly turn?: undefined };

export type Sending = 'sending' | 'waiting' | 'kept';
export type Unseen = {
  readonly id: string;
  readonly text: string;
  readonly attempts: number;
  readonly kept: boolean;
};

export const conversationOf = (
  { view, versions, marks }: Heard,
  unseen: readonly Unseen[],
): readonly Item[] => {
  const items: Item[] = [];
  const marksAfter = (count: number) =>
    items.push(...marks.filter(({ after }) => after === count).map(markItem));

  let phase: string | undefined;
  marksAfter(0);
  for (const [index, { turn, speaker, text, atMs, phase: within, move }] of view.turns.entries()) {
    if (within !== phase) {
      phase = within;
      const title = view.plan?.phases.find(({ id }) => id === within)?.title;
      if (title) items.push({ kind: 'phase', key: `phase-${within}`, title });
    }
    const before = items.at(-1);
    items.push({
      kind: 'said',
      key: `turn-${turn}`,
      turn,
      version: versions.get(turn) ?? 0,
      speaker,
      text,
      atMs,
      goesOn: before?.kind === 'said' && before.speaker === speaker,
      mayBranch: speaker === 'interviewer' && move !== 'next-steps' && move !== 'close',
      kept: speaker === 'candidate' && index === view.turns.length - 1 && view.status !== 'closed',
    });
    marksAfter(index + 1);
  }
  for (const { id, text, attempts, kept } of unseen) {
    const state = kept ? 'kept' : attempts > 0 ? 'waiting' : 'sending';
    items.push({ kind: 'sending', key: id, text, state });
  }
  return items;
};

const markItem = (mark: Mark): Item => {
  const key = `mark-${mark.version}`;
  switch (mark.kind) {
    case 'asked':
      return { kind: 'mark', key, text: ASKED[mark.what] };
    case 'paused':
      return { kind: 'mark', key, text: `Paused at ${clockFace(mark.atMs)}` };
    case 'branched':
      return { kind: 'mark', key, text: 'You answer again from here', interview: mark.from };
    case 'pace':
      return { kind: 'mark', key, text: paceSaid(mark.pace) };
    case 'ran':
      return { kind: 'ran', key, run: mark.run };
  }
};

const ASKED: Readonly<Record<Asked, string>> = {
  hint: 'You asked for a hint',
  repeat: 'You asked to hear it again',
  time: 'You took a minute',
  'next-phase': 'You asked to go on',
  end: 'You ended the interview',
};
