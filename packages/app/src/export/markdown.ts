/** An interview and its debrief as Markdown: a letter first, then what it rests on, then all that was said and drawn. */
import { boardToMermaid } from '@dryrun/design';
import type { Debrief, Evidence } from '@dryrun/domain';
import type { View } from '@dryrun/interview';
import { clockFace } from '../clock-face.ts';
import { block, inline } from './markdown-text.ts';
import { redactedSaid } from './redaction/redactor.ts';
import type { Told } from './told.ts';
import {
  BAND_TITLES,
  DIMENSION_TITLES,
  nothingQuoted,
  ideaSaid,
  isOnlyNamed,
  levelSaid,
  idSaid,
  onlyNamedSaid,
} from '@dryrun/domain';
import {
  elementSaid,
  faceAt,
  greeting,
  ledToSaid,
  letterParts,
  phaseTitle,
  provenanceSaid,
  readingSaid,
  runSaid,
  SEVERITIES,
  SPEAKERS,
  termsSaid,
  turnOf,
} from './words.ts';

export const markdownOf = (told: Told): string => {
  const { view, debrief } = told;
  return `${[
    `# ${inline(view.plan?.title ?? 'Interview')}`,
    lines(termsSaid(told).map(([name, value]) => `${name}: ${inline(value)}`)),
    ...letter(told),
    ...marks(debrief, view),
    ...around(told),
    ...(view.contested.length > 0
      ? [
          '## What you see differently',
          list(view.contested.map(({ mark, reason }) => inline(`${idSaid(mark)}: ${reason}`))),
        ]
      : []),
    ...conversation(view),
    ...drawing(view),
    ...(view.runs.length > 0
      ? ['## Runs', list(view.runs.map((run) => inline(runSaid(run, view.board))))]
      : []),
    ...(view.notes.length > 0
      ? [
          '## Your private notes',
          ...view.notes.map(({ atMs, text }) => `${clockFace(atMs)}  \n${block(text)}`),
        ]
      : []),
    ...source(told),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`;
};

/** Lines under each other in one paragraph. */
const lines = (all: readonly string[]) => all.join('  \n');
const list = (entries: readonly string[]) => entries.map((entry) => `- ${entry}`).join('\n');

const letter = (told: Told): readonly string[] => [
  '## Your debrief',
  inline(greeting(told)),
  ...letterParts(told.debrief).flatMap(({ title, points, none }) => {
    const [only] = points;
    if (only === undefined) return none === '' ? [] : [`### ${title}`, none];
    return [`### ${title}`, points.length === 1 ? inline(only) : list(points.map(inline))];
  }),
];

const marks = ({ levelReading, dimensions }: Debrief, view: View): readonly string[] => [
  '## Level',
  `**${levelSaid(levelReading)}.** ${inline(levelReading.why)}`,
  '## Eight dimensions',
  ...dimensions.flatMap(({ id, band, evidence, wouldMove }) => [
    `### ${DIMENSION_TITLES[id]}: ${BAND_TITLES[band].toLowerCase()}`,
    pieces(evidence, view),
    wouldMove.length > 0 ? `What would have moved this mark:\n\n${list(wouldMove.map(inline))}` : '',
    evidence.length === 0 ? nothingQuoted(band) : '',
  ]),
];

const pieces = (evidence: readonly Evidence[], view: View): string =>
  list(
    evidence.map((piece) => {
      const turn = turnOf(piece);
      const face = turn === undefined ? undefined : faceAt(view, turn);
      const kind = piece.polarity === 'strength' ? 'Strength' : 'Concern';
      const rest = sourceSaid(piece, view);
      return `**${kind}${face === undefined ? '' : ` at ${face}`}.** ${rest === '' ? '' : `${inline(rest)}  \n  `}${inline(readingSaid(piece))}`;
    }),
  );

const sourceSaid = (piece: Evidence, { board }: View): string => {
  switch (piece.kind) {
    case 'quote':
      return `“${piece.quote}”`;
    case 'board':
      return `On the board: ${elementSaid(piece.element, board)}`;
    case 'run':
      return `In the run ${piece.run.slice(0, 8)}`;
    case 'absence':
      return '';
  }
};

/** What qualifies the marks. */
const around = ({ debrief, view, names }: Told): readonly string[] => {
  const { redFlags, safety, missed, hints, concepts, cannotRead } = debrief;
  const at = (turn: number | null) => {
    const face = turn === null ? undefined : faceAt(view, turn);
    return face === undefined ? '' : ` (at ${face})`;
  };
  return [
    ...(redFlags.length > 0
      ? [
          '## Red flags',
          ...redFlags.flatMap(({ id, severity, evidence }) => [
            `### ${inline(idSaid(id))}: ${SEVERITIES[severity]}`,
            pieces(evidence, view),
          ]),
        ]
      : []),
    '## Safety and fairness',
    inline(safety),
    ...(missed.length > 0
      ? [
          '## Moments, and what the next level says there',
          list(
            missed.map(
              ({ item, turn, nextLevelSays }) =>
                `**${inline(ideaSaid(item, names))}**${at(turn)}: ${inline(nextLevelSays)}`,
            ),
          ),
        ]
      : []),
    '## Hints',
    hints.length === 0
      ? 'None was given.'
      : list(
          hints.map(
            ({ turn, rung, ledTo }) => `Step ${rung} of 3${at(turn)}: ${inline(ledToSaid(ledTo, view))}`,
          ),
        ),
    ...(concepts.length > 0
      ? [
          '## What was heard',
          list(
            concepts
              .filter((one) => !isOnlyNamed(one))
              .map(
                ({ id, depth, mistaken }) =>
                  `${inline(ideaSaid(id, names))}: ${depth}${mistaken ? ', with a mistake' : ''}`,
              ),
          ),
          concepts.some(isOnlyNamed) ? inline(onlyNamedSaid(concepts.filter(isOnlyNamed), names)) : '',
        ]
      : []),
    ...(cannotRead.length > 0 ? ['## What this reading cannot see', list(cannotRead.map(inline))] : []),
  ];
};

/** In the form that `dryrun assess` reads. */
const conversation = (view: View): readonly string[] => {
  let phase: string | undefined;
  return [
    '## The conversation',
    ...view.turns.flatMap((turn) => {
      const head =
        turn.phase !== phase && turn.phase !== undefined
          ? [`### ${inline(phaseTitle(view, turn.phase))}`]
          : [];
      phase = turn.phase;
      return [...head, `**${SPEAKERS[turn.speaker]} (${clockFace(turn.atMs)}):** ${block(turn.text)}`];
    }),
  ];
};

const drawing = ({ board }: View): readonly string[] => [
  '## The board',
  board.components.length === 0
    ? 'Nothing was drawn.'
    : `\`\`\`mermaid\n${boardToMermaid(board).trimEnd()}\n\`\`\``,
];

const source = (told: Told): readonly string[] => {
  const { interview, view, redacted } = told;
  return [
    '## Where this comes from',
    list([
      inline(provenanceSaid(told)),
      `Interview \`${interview}\`, ${view.turns.length} turns, held in Dryrun.`,
      ...(view.forkedFrom
        ? [`It branches from \`${view.forkedFrom.interview}\` at version ${view.forkedFrom.version}.`]
        : []),
      ...(redacted ? [redactedSaid(redacted)] : []),
    ]),
  ];
};
