import type { View } from '@dryrun/interview';
import { capital } from '@dryrun/text';

/** The conversation as Markdown that reads well in a terminal too. */
export const transcript = (view: View, face: (ms: number) => string): string => {
  const { terms, plan } = view;
  const lines = [
    `# ${plan?.title ?? 'Interview'}`,
    '',
    `${plan?.formatTitle ?? ''} · for ${terms?.level ?? '?'} · ${view.status}`,
  ];
  let phase: string | undefined;
  for (const turn of view.turns) {
    if (turn.phase !== phase) {
      phase = turn.phase;
      const title = plan?.phases.find(({ id }) => id === phase)?.title ?? phase;
      if (title) lines.push('', `## ${capital(title)}`);
    }
    lines.push(
      '',
      `**${turn.speaker === 'candidate' ? 'You' : 'Interviewer'}** (${face(turn.atMs)})`,
      '',
      turn.text,
    );
  }
  return lines.join('\n');
};
