/** One interview on a virtual clock, with somebody who answers by a script. */
import { virtualHome } from '@dryrun/app';
import type { Wish } from '@dryrun/app';
import type { Catalogue } from '@dryrun/content';
import type { InterviewId, StoredEvent } from '@dryrun/domain';
import { openMemoryStore } from '@dryrun/store';

/** What a candidate says to a line of the interviewer's, and how long it took; undefined: they leave. */
export type Answer = { readonly text: string; readonly seconds: number; readonly mermaid?: string };
export type Candidate = (line: {
  readonly text: string;
  readonly move: string;
  readonly turn: number;
}) => Answer | undefined;

export type Held = {
  readonly wish: Wish;
  readonly events: readonly StoredEvent[];
  /** Milliseconds from a candidate's words to the interviewer's, on this machine. */
  readonly tookMs: readonly number[];
};

const ANSWERS_MAX = 120;

export const holdWith = async (catalogue: Catalogue, wish: Wish, candidate: Candidate): Promise<Held> => {
  const store = openMemoryStore();
  const home = virtualHome({
    store,
    catalogue,
    onFault: (fault) => {
      throw fault;
    },
  });
  home.jumpTo(1_000_000);
  const opened = await home.app.open({ seed: 7, ...wish });
  if (!opened.done) throw new Error(opened.refusal.message);
  const { interview } = opened.value;
  await home.settled();
  const tookMs: number[] = [];
  for (let answers = 0; answers < ANSWERS_MAX; answers++) {
    const view = await home.app.view(interview);
    if (!view || view.status === 'closed') break;
    const asked = view.turns.findLast(({ speaker }) => speaker === 'interviewer');
    const answer = candidate({ text: asked?.text ?? '', move: asked?.move ?? '', turn: view.turns.length });
    if (!answer) {
      await home.app.send(interview, { type: 'End' });
      await home.settled();
      break;
    }
    home.jumpTo(home.now() + answer.seconds * 1000);
    const began = performance.now();
    await home.app.send(interview, {
      type: 'Say',
      text: answer.text,
      tookMs: answer.seconds * 1000,
      channel: 'typed',
    });
    await home.settled();
    tookMs.push(performance.now() - began);
  }
  const events = await store.read(interview as InterviewId);
  await home.app.stop();
  return { wish, events, tookMs };
};
