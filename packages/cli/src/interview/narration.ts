import type { ViewTurn } from '@dryrun/interview';
import { phaseRule, wrap } from './layout.ts';
import type { Shown } from './public-events.ts';

/** How words are set off where the screen has colours; where it has none, they stand as they are. */
export type Paint = { readonly dim: (text: string) => string; readonly bold: (text: string) => string };

export const paintFor = (colour: boolean): Paint => ({
  dim: (text) => (colour && text !== '' ? `\u001b[2m${text}\u001b[22m` : text),
  bold: (text) => (colour ? `\u001b[1m${text}\u001b[22m` : text),
});

/** What is put on the screen when something becomes visible; nothing for what the candidate did at this very screen. */
export const narrated = ({ event, view }: Shown, width: number, paint: Paint): string | undefined => {
  switch (event.type) {
    case 'spoke': {
      const turn = view.turns.at(-1);
      return turn && event.speaker === 'interviewer' ? turnText(turn, width, paint) : undefined;
    }
    case 'phase':
      return `\n${paint.dim(phaseRule(view))}`;
    case 'ran':
      return `\n${paint.dim(`The design was run${event.bottleneck === undefined ? '' : `: ${event.bottleneck} is the bottleneck`}.`)}`;
    case 'not-run':
      return `\n${paint.dim(`The board cannot be run: ${event.reason}`)}`;
    case 'paused':
      return `\n${paint.dim('The clock stands. /resume sets it going again.')}`;
    case 'resumed':
      return `\n${paint.dim('The clock is going.')}`;
    case 'opened':
    case 'forked':
    case 'moving':
    case 'running':
    case 'drew':
    case 'asked-for':
    case 'pace':
    case 'consent':
    case 'noted':
    case 'contested':
    case 'closed':
      return undefined;
  }
};

export const turnText = ({ speaker, text }: ViewTurn, width: number, { bold }: Paint): string => {
  const who = speaker === 'interviewer' ? 'Interviewer:' : 'You:';
  return `\n${wrap(`${who} ${text}`, width, '  ').replace(who, bold(who))}`;
};
