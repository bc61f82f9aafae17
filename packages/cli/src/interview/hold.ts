import { realWorld } from '@dryrun/app';
import type { App } from '@dryrun/app';
import type { InterviewId } from '@dryrun/domain';
import { emptyView } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { refused } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { openDesk } from './desk.ts';
import type { Desk } from './desk.ts';
import { agreeAtDesk } from './intake-room.ts';
import { phaseRule } from './layout.ts';
import { turnText } from './narration.ts';
import { converse } from './terminal-room.ts';
import { DEFAULT_LEVEL } from './wish.ts';
import type { Asked } from './wish.ts';

export const holdInTerminal = (
  app: App,
  slug: string | undefined,
  asked: Asked,
  terminal: Terminal,
  explain: boolean,
): Promise<ExitCode> =>
  atDesk(terminal, async (desk) => {
    const seed = asked.seed ?? realWorld.newSeed();
    const agreed = slug
      ? { system: slug, level: asked.level ?? DEFAULT_LEVEL }
      : await agreeAtDesk(app.catalogue.systems, seed, asked.level, desk);
    if (!agreed) return 0;
    await app.start();
    const outcome = await app.open({ ...asked, seed, ...agreed });
    if (!outcome.done) return refused(outcome, terminal);
    const { interview } = outcome.value;
    greet(desk, await app.view(interview));
    desk.print(desk.paint.dim('Type your answers. /help lists what else there is.'));
    await converse({ app, interview, desk, terminal, explain }, emptyView);
    return 0;
  });

/** Enough to remember what it was about. */
const TURNS_SHOWN = 4;

export const resumeInTerminal = (app: App, interview: InterviewId, terminal: Terminal): Promise<ExitCode> =>
  atDesk(terminal, async (desk) => {
    // Finds out first whether the clock ran on while nobody was there.
    await app.start();
    await app.settled();
    const view = (await app.view(interview)) ?? emptyView;
    greet(desk, view);
    desk.print(`\n${desk.paint.dim(phaseRule(view))}`);
    for (const turn of view.turns.slice(-TURNS_SHOWN)) desk.print(turnText(turn, desk.width(), desk.paint));
    if (view.status === 'paused') await app.send(interview, { type: 'Resume' });
    await converse({ app, interview, desk, terminal, explain: false }, view);
    return 0;
  });

const greet = ({ print, paint }: Desk, view: View | undefined): void => {
  const { plan, terms } = view ?? {};
  if (plan && terms) print(`\n${paint.bold(plan.title)} · for ${terms.level} · ${plan.formatTitle}`);
};

const atDesk = async ({ live }: Terminal, sit: (desk: Desk) => Promise<ExitCode>): Promise<ExitCode> => {
  const desk = openDesk(live);
  try {
    return await sit(desk);
  } finally {
    desk.close();
  }
};
