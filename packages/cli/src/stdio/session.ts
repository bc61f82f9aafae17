/**
 * An interview over pipes: read a line, let the time pass that it says, do what it asks, tell what came of it, say
 * `ready`. Speaking is not silence: what somebody takes to say something passes before it is heard, and nobody
 * interrupts; only `wait` lets silences be answered and time be called.
 */
import type { Reason, VirtualHome } from '@dryrun/app';
import { drawDesign } from '@dryrun/design';
import { CandidateAction } from '@dryrun/domain';
import type { InterviewId } from '@dryrun/domain';
import { emptyView } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { shownSince } from '../interview/public-events.ts';
import { drawMermaid } from '../drawing.ts';
import { wrongIn } from '../wrong-in.ts';
import { messageOf, readMessage } from './protocol.ts';
import type { In, Out } from './protocol.ts';

export type Pipe = {
  readonly lines: AsyncIterator<string>;
  readonly tell: (message: Out) => void;
  /** Told why each move was made, if somebody wants to know. */
  readonly why?: (reason: Reason) => void;
};

/** Until the interview is closed: by its own course, by `end`, or by the end of the input. */
export const converse = async (
  home: VirtualHome,
  interview: InterviewId,
  pipe: Pipe,
  seen: View = emptyView,
): Promise<void> => {
  let view = await told(home, interview, pipe, seen);
  while (view.status !== 'closed') {
    pipe.tell({ type: 'ready' });
    const { done, value: line } = await pipe.lines.next();
    const message = done ? ({ type: 'end' } as const) : readMessage(line);
    const wrong = typeof message === 'string' ? message : await take(home, interview, message);
    view = await told(home, interview, pipe, view);
    if (wrong !== undefined && view.status !== 'closed') pipe.tell({ type: 'error', message: wrong });
    if (done) return;
  }
};

const told = async (
  home: VirtualHome,
  interview: InterviewId,
  { tell, why }: Pipe,
  seen: View,
): Promise<View> => {
  await home.settled();
  if (why) for (const reason of await home.app.reasons(interview, seen.version)) why(reason);
  let view = seen;
  for (const shown of await shownSince(home.app, interview, seen)) {
    const summary = shown.event.type === 'closed' ? await home.app.closingSummary(interview) : '';
    const message = messageOf(shown, interview, summary);
    if (message) tell(message);
    ({ view } = shown);
    // What comes after the close is the debrief's, not the conversation's.
    if (view.status === 'closed') break;
  }
  return view;
};

/** Lets the message's time pass and does what it asks; answers with why not, if it was refused. */
const take = async (home: VirtualHome, interview: InterviewId, message: In): Promise<string | undefined> => {
  if (message.type === 'wait') {
    await home.pass(message.seconds * 1000);
    return undefined;
  }
  if (message.type === 'say') home.jumpTo(home.now() + Math.round(message.tookSeconds * 1000));
  const wanted = actionOf(message);
  if (typeof wanted === 'string') return wanted;
  const action = CandidateAction.safeParse(wanted);
  if (!action.success) return wrongIn(action.error, `“${message.type}”`);
  const outcome = await home.app.send(interview, action.data);
  return outcome.done ? undefined : outcome.refusal.message;
};

const actionOf = (message: Exclude<In, { type: 'wait' }>): CandidateAction | string => {
  switch (message.type) {
    case 'say':
      return {
        type: 'Say',
        text: message.text,
        tookMs: Math.round(message.tookSeconds * 1000),
        channel: 'typed',
      };
    case 'board': {
      const drawn = message.mermaid === undefined ? drawDesign(message.design) : drawMermaid(message.mermaid);
      if (typeof drawn === 'string') return drawn;
      return { type: 'ChangeBoard', operations: 'operations' in drawn ? drawn.operations : drawn };
    }
    case 'hint':
    case 'repeat':
      return { type: 'RequestHelp', help: message.type };
    case 'pause':
      return { type: 'Pause' };
    case 'resume':
      return { type: 'Resume' };
    case 'next-phase':
      return { type: 'RequestNextPhase' };
    case 'end':
      return { type: 'End' };
  }
};
