import { DIMENSION_TITLES, ideaSaid, idSaid } from '@dryrun/domain';
import type { Debrief, Evidence, IdeaNames } from '@dryrun/domain';

/** A debrief as Markdown that reads well in a terminal too: the letter first, then the marks with what they rest on. */
export const debriefText = (read: Debrief, names: IdeaNames = {}): string => {
  const { debrief: letter } = read;
  const lines = [`# Debrief: ${idSaid(read.scenario)}, for ${read.level}`];
  const part = (title: string, ...text: readonly string[]) => {
    if (text.some((line) => line !== '')) lines.push('', `## ${title}`, '', ...text);
  };
  const list = (entries: readonly string[]) => entries.map((entry) => `- ${entry}`);

  part('What you decided, and why', ...list(letter.decisions));
  part('The whole', letter.modelling, letter.architecture, letter.production, letter.overall);
  part('What was strong', ...list(letter.strengths));
  part('What could be explored further', ...list(letter.explore));
  for (const { id, band, evidence, wouldMove } of read.dimensions) {
    part(
      `${DIMENSION_TITLES[id]}: ${BANDS[band]}`,
      ...evidence.flatMap(told),
      ...list(wouldMove.map((move) => `Would have moved this: ${move}`)),
    );
    if (evidence.length === 0) lines.push('', `## ${DIMENSION_TITLES[id]}: ${BANDS[band]}`);
  }
  part('Level', read.levelReading.most ?? 'none read', read.levelReading.why);
  part('Held against it, or not so', ...read.redFlags.flatMap(({ evidence }) => evidence.flatMap(told)));
  part('Safety and fairness', read.safety);
  part('Hints', ...list(read.hints.map(({ turn, rung, ledTo }) => `rung ${rung} in turn ${turn}: ${ledTo}`)));
  part(
    'Not heard, and what the next level says',
    ...list(read.missed.map(({ item, nextLevelSays }) => `${ideaSaid(item, names)}: ${nextLevelSays}`)),
  );
  part('To practise next', ...list(letter.next));
  part('What this version cannot read', ...list(read.cannotRead));
  lines.push(
    '',
    `Read by ${read.make.kind}, version ${read.make.version}, on ${read.sheet === 'scenario' ? 'the system’s own sheet' : 'no sheet'}.`,
  );
  return lines.join('\n');
};

const BANDS = { below: 'below', meets: 'meets', exceeds: 'exceeds', 'not-shown': 'not shown' } as const;

const told = (evidence: Evidence): readonly string[] => {
  const mark = evidence.polarity === 'strength' ? '+' : '-';
  switch (evidence.kind) {
    case 'quote':
      return [`${mark} “${evidence.quote}” (turn ${evidence.turn})`, `  ${evidence.reading}`];
    case 'board':
      return [`${mark} on the board: ${evidence.element}`, `  ${evidence.reading}`];
    case 'run':
      return [`${mark} in the run ${evidence.run.slice(0, 8)}`, `  ${evidence.reading}`];
    case 'absence':
      return [`${mark} after turn ${evidence.opportunity.turn}`, `  ${evidence.reading}`];
  }
};
