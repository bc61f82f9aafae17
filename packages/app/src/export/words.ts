/** How marks, dates and sources are put into words, the same in every format. */
import { asSentence, DIMENSION_TITLES, idSaid, levelSaid, withoutSaying } from '@dryrun/domain';
import type { Debrief, Evidence } from '@dryrun/domain';
import { arrivalsSaid } from '@dryrun/interview';
import type { View, ViewTurn } from '@dryrun/interview';
import { capital } from '@dryrun/text';
import { clockFace } from '../clock-face.ts';
import type { Told } from './told.ts';

export const SEVERITIES = {
  disqualifier: 'would end an interview',
  warning: 'a warning',
  note: 'to be noted',
} as const satisfies Record<Debrief['redFlags'][number]['severity'], string>;

const PROMPTED = {
  unprompted: '',
  prompted: ' It came after a question.',
  hinted: ' It came after a hint.',
} as const;

/** What a piece of evidence shows, as a sentence. */
export const readingSaid = (piece: Evidence): string => {
  return `${asSentence(piece.reading)}${piece.kind === 'quote' ? PROMPTED[piece.prompted] : ''}`;
};

export const turnOf = (evidence: Evidence): number | undefined => {
  switch (evidence.kind) {
    case 'quote':
      return evidence.turn;
    case 'absence':
      return evidence.opportunity.turn;
    case 'board':
    case 'run':
      return undefined;
  }
};

/** What the clock showed when a turn was said. */
export const faceAt = ({ turns }: View, turn: number): string | undefined => {
  const said = turns.find((one) => one.turn === turn);
  return said && clockFace(said.atMs);
};

/** A reading knows turns by their number, which nobody else has seen. */
export const ledToSaid = (ledTo: string, view: View): string =>
  ledTo.replaceAll(/\bin turn (\d+)/g, (said, turn) => {
    const face = faceAt(view, Number(turn));
    return face === undefined ? said : `at ${face}`;
  });

export const SPEAKERS = {
  candidate: 'Candidate',
  interviewer: 'Interviewer',
} as const satisfies Record<ViewTurn['speaker'], string>;

export const phaseTitle = ({ plan }: View, phase: string | undefined): string =>
  capital(plan?.phases.find(({ id }) => id === phase)?.title ?? phase ?? '');

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** In UTC, so that one interview gives one file wherever it is written. */
export const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

export const lastedMs = ({ clock, turns }: View): number =>
  clock?.pausedAt === undefined
    ? (turns.at(-1)?.atMs ?? 0)
    : clock.pausedAt - clock.startedAt - clock.pausedMs;

/** The end of a timeline: of everything that happened, the latest. */
export const endOf = ({ events, view }: Pick<Told, 'events' | 'view'>): number =>
  events.reduce((latest, { atMs }) => Math.max(latest, atMs), Math.max(1, lastedMs(view)));

/** Under which terms it was held, each with its name; the system as `dryrun assess` knows it, or as it is read. */
export const termsSaid = (
  { view, debrief }: Told,
  system?: string,
): readonly (readonly [name: string, value: string])[] => {
  const { terms, plan, clock } = view;
  if (!terms) return [];
  const mode = terms.mode === 'real' ? 'As in a real interview' : 'With a coach';
  const pace = terms.pace === 1 ? '' : terms.pace === 'untimed' ? ', untimed' : `, at pace ${terms.pace}`;
  return [
    ['System', system ?? terms.system],
    ['Level', terms.level],
    ['Read as', levelSaid(debrief.levelReading)],
    ['Format', plan?.formatTitle ?? terms.format],
    ['Held', `${clock ? dayOf(clock.startedAt) : ''}, ${clockFace(lastedMs(view))} long`],
    ['Manner', `${mode}, ${terms.persona} interviewer${pace}`],
    ...(terms.focus.length > 0
      ? [['Focus', terms.focus.map((id) => DIMENSION_TITLES[id]).join(', ')] as const]
      : []),
  ];
};

/** The parts of the letter, and what stands where one is empty. */
export const letterParts = ({
  debrief: letter,
}: Debrief): readonly {
  readonly title: string;
  readonly points: readonly string[];
  readonly none: string;
}[] =>
  [
    {
      title: 'What you decided, and why',
      points: letter.decisions,
      none: 'No decision of yours was read.',
    },
    { title: 'The modelling', points: [letter.modelling], none: '' },
    { title: 'The architecture', points: [letter.architecture], none: '' },
    { title: 'In production', points: [letter.production], none: '' },
    { title: 'What was strong', points: letter.strengths, none: 'Nothing was read that stood out.' },
    {
      title: 'What to explore',
      points: letter.explore,
      none: 'Nothing was read that leads anywhere in particular.',
    },
    { title: 'Overall', points: [letter.overall], none: '' },
    {
      title: 'What to practise next',
      points: letter.next,
      none: 'Nothing was read that leads anywhere in particular.',
    },
  ].map((part) => ({
    ...part,
    points: withoutSaying(part.points.filter((point) => point.trim() !== '')).map(capital),
  }));

/** How the letter begins. */
export const greeting = ({ view }: Told): string => {
  const { plan, terms, clock } = view;
  const day = clock ? ` on ${dayOf(clock.startedAt)}` : '';
  return `You sat “${plan?.title ?? 'an interview'}” for ${terms?.level ?? 'your level'}${day}. This is what it showed, in your own words wherever they could be quoted; the marks, and what they rest on, come after.`;
};

/** Who read it, in which version, against what. */
export const provenanceSaid = ({ debrief, view }: Told): string => {
  const { make, level, sheet } = debrief;
  const system = view.plan?.title ?? idSaid(debrief.scenario);
  const reader = make.kind === 'built-in' ? 'the built-in assessor' : 'a language model';
  const against =
    sheet === 'scenario'
      ? `the sheet of “${system}”`
      : `the shared vocabulary, for “${system}” had no sheet of its own`;
  return `Read by ${reader}, version ${make.version}, as ${level}, on ${against}.`;
};

/** The first letters of a run's hash tell it from the others. */
export const runSaid = (
  { run, load, bottleneck, holds, full, figures, atMs }: View['runs'][number],
  { components }: View['board'],
): string => {
  const name = components.find(({ id }) => id === bottleneck)?.name ?? bottleneck;
  const under = figures ? arrivalsSaid(figures) : load === 1 ? 'the load as it is' : `${load} times the load`;
  const at = `At ${clockFace(atMs)}: ${under}`;
  const found = full
    ? `, and ${name ?? 'a part of it'} could not keep up`
    : holds === undefined
      ? ''
      : holds
        ? ', and it held'
        : ', and it missed what was asked for';
  const hardest = full || name === undefined ? '' : `; ${name} was the bottleneck`;
  return `${at}${found}${holds === undefined && name !== undefined ? `, and ${name} was the bottleneck` : hardest} (run ${run.slice(0, 8)}).`;
};

/** An element of the board by its name, where it still has one. */
export const elementSaid = (element: string, { components, connections }: View['board']): string => {
  const box = components.find(({ id }) => id === element);
  const arrow = connections.find(({ id }) => id === element);
  return box?.name ?? arrow?.label ?? element;
};
