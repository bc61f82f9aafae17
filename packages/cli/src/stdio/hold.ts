import { createInterface } from 'node:readline';
import { realWorld } from '@dryrun/app';
import type { Reason, VirtualHome } from '@dryrun/app';
import type { InterviewId } from '@dryrun/domain';
import { emptyView } from '@dryrun/interview';
import { refused } from '../command.ts';
import { DEFAULT_LEVEL } from '../interview/wish.ts';
import type { Asked } from '../interview/wish.ts';
import type { ExitCode, Live, Terminal } from '../terminal.ts';
import { agreeOverPipe } from './intake-session.ts';
import { standingOf } from './protocol.ts';
import { converse } from './session.ts';
import type { Pipe } from './session.ts';

export const holdOverPipe = async (
  home: VirtualHome,
  slug: string | undefined,
  asked: Asked,
  terminal: Terminal,
  explain: boolean,
): Promise<ExitCode> => {
  const { app } = home;
  home.jumpTo(realWorld.now());
  return overPipe(terminal.live, async (pipe) => {
    const seed = asked.seed ?? realWorld.newSeed();
    const agreed = slug
      ? { system: slug, level: asked.level ?? DEFAULT_LEVEL }
      : await agreeOverPipe(app.catalogue.systems, seed, asked.level, pipe);
    if (!agreed) return 0;
    const outcome = await app.open({ ...asked, seed, ...agreed });
    if (!outcome.done) return refused(outcome, terminal);
    const why = explain ? (reason: Reason) => terminal.err(JSON.stringify(reason)) : undefined;
    await converse(home, outcome.value.interview, { ...pipe, ...(why ? { why } : {}) }, emptyView);
    return 0;
  });
};

/** Between leaving and coming back no time has passed: the clock stood since the last that happened. */
export const resumeOverPipe = (
  home: VirtualHome,
  interview: InterviewId,
  terminal: Terminal,
): Promise<ExitCode> =>
  overPipe(terminal.live, async (pipe) => {
    const { app } = home;
    const before = await app.view(interview);
    await app.settled();
    // Its clock is at 0, so this is taken at the instant of the last event.
    if (before?.status === 'running') await app.send(interview, { type: 'Pause' });
    const lastAt = (await app.list()).find((listed) => listed.interview === interview)?.lastAt ?? 0;
    home.jumpTo(Math.max(lastAt, realWorld.now()));
    await app.send(interview, { type: 'Resume' });
    const view = (await app.view(interview)) ?? emptyView;
    for (const message of standingOf(view)) pipe.tell(message);
    await converse(home, interview, pipe, view);
    return 0;
  });

const overPipe = async (
  { input, output }: Live,
  hold: (pipe: Pipe) => Promise<ExitCode>,
): Promise<ExitCode> => {
  // Whoever reads may go away: what was said is in the store all the same.
  output.on('error', () => {});
  const reader = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    return await hold({
      lines: reader[Symbol.asyncIterator](),
      tell: (message) => void output.write(`${JSON.stringify(message)}\n`),
    });
  } finally {
    reader.close();
    input.destroy();
  }
};
