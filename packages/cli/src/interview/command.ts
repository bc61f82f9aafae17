import type { App } from '@dryrun/app';
import { hold } from '@dryrun/content';
import type { InterviewId } from '@dryrun/domain';
import { interviewId, unknown, UsageFault } from '../command.ts';
import type { CliCommand } from '../command.ts';
import { holdOverPipe, resumeOverPipe } from '../stdio/hold.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { holdInTerminal, resumeInTerminal } from './hold.ts';
import { askedOf, WISH_OPTIONS } from './wish.ts';

const EXPLAIN = { name: 'explain', says: 'tells why the interviewer does what it does' } as const;
const STDIO = { name: 'stdio', says: 'newline-delimited JSON on a virtual clock, for programs' } as const;

export const INTERVIEW: CliCommand = {
  name: 'interview',
  operand: '[SLUG]',
  options: [...WISH_OPTIONS, EXPLAIN, STDIO],
  says: 'holds an interview; without SLUG it begins by agreeing on a system',
  run: async (homes, slug, options, terminal) => {
    const asked = askedOf(options);
    const explain = options['explain'] === true;
    if (options['stdio']) {
      const home = await homes.openVirtual();
      return inApp(home.app, () => {
        mustBeHeld(home.app, slug, asked.format);
        return holdOverPipe(home, slug, asked, terminal, explain);
      });
    }
    const app = await homes.open();
    return inApp(app, () => {
      mustBeHeld(app, slug, asked.format);
      return holdInTerminal(app, slug, asked, terminal, explain);
    });
  },
};

export const RESUME: CliCommand = {
  name: 'resume',
  operand: 'ID',
  options: [STDIO],
  says: 'goes on with an interview that was left',
  run: async (homes, operand = '', options, terminal) => {
    const interview = interviewId(operand);
    if (options['stdio']) {
      const home = await homes.openVirtual();
      return inApp(
        home.app,
        async () =>
          (await notToBeResumed(home.app, interview, terminal)) ??
          (await resumeOverPipe(home, interview, terminal)),
      );
    }
    const app = await homes.open();
    return inApp(
      app,
      async () =>
        (await notToBeResumed(app, interview, terminal)) ??
        (await resumeInTerminal(app, interview, terminal)),
    );
  },
};

const inApp = async (app: App, run: () => Promise<ExitCode>): Promise<ExitCode> => {
  try {
    return await run();
  } finally {
    await app.stop();
  }
};

/** Said before anything is asked or written. */
const mustBeHeld = ({ catalogue }: App, slug: string | undefined, format: string): void => {
  const system = slug ?? catalogue.systems[0]?.slug ?? '';
  const held = hold(catalogue, { system, format });
  if ('code' in held) throw new UsageFault(held.message);
};

const notToBeResumed = async (
  app: App,
  interview: InterviewId,
  terminal: Terminal,
): Promise<ExitCode | undefined> => {
  const view = await app.view(interview);
  if (!view) return unknown(terminal, interview);
  if (view.status !== 'closed') return undefined;
  terminal.err(
    `This interview is over. \`dryrun replay ${interview}\` shows it, \`dryrun fork ${interview} --at VERSION\` answers again from a moment of it.`,
  );
  return 2;
};
