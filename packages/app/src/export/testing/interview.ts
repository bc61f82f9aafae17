/** An interview with one of everything, in public events, and a debrief that quotes it. */
import type { BoardOperation, Debrief, Evidence } from '@dryrun/domain';
import type { Published, PublicEvent } from '@dryrun/interview';

const START = Date.UTC(2026, 10, 30, 12);

const OPENED: Published = {
  type: 'opened',
  terms: {
    system: 'llm-serving',
    level: 'L6',
    format: 'interview-45',
    mode: 'real',
    persona: 'neutral',
    focus: [],
    pace: 1,
  },
  plan: {
    title: 'LLM serving at scale',
    formatTitle: 'Interview of 45 minutes',
    phases: [
      { id: 'explore', title: 'the problem', budgetMs: 600_000, exchanges: 4 },
      { id: 'deep-dive', title: 'deep dive', budgetMs: 900_000, exchanges: 6 },
    ],
    patienceMs: [30_000],
  },
};

export type Story = {
  readonly background?: string;
  readonly answer?: string;
  readonly note?: string;
  readonly boxes?: readonly [id: string, name: string][];
  readonly label?: string;
  readonly title?: string;
};

/** Nine things happen, half a minute apart; a stroke takes the box away that is drawn last. */
export const heldWith = ({
  background = 'I have run inference for four years.',
  answer = 'Each replica is one node, because tensor parallelism over a network would stall every step.',
  note = 'Breathe.',
  boxes = [
    ['gateway', 'Gateway'],
    ['engine', 'Engine'],
    ['cache', 'Prefix cache'],
  ],
  label = '200 rps',
  title = 'LLM serving at scale',
}: Story = {}): readonly PublicEvent[] => {
  const placed = boxes.map(
    ([id, name], index): BoardOperation => ({
      op: 'place',
      component: { id, name, kind: index === 1 ? 'llm-server' : 'server', settings: { servers: 4 } },
    }),
  );
  const [from = 'a', to = 'b'] = boxes.map(([id]) => id);
  const gone = boxes.at(-1)?.[0] ?? 'c';
  const happened: readonly Published[] = [
    { ...OPENED, plan: { ...OPENED.plan, title } },
    { type: 'phase', phase: 'explore' },
    { type: 'spoke', turn: 0, speaker: 'interviewer', text: 'Tell me about yourself, then we begin.' },
    { type: 'spoke', turn: 1, speaker: 'candidate', text: background },
    { type: 'noted', text: note },
    { type: 'drew', operations: placed },
    { type: 'drew', operations: [{ op: 'connect', connection: { id: 'arrow', from, to, label } }] },
    { type: 'phase', phase: 'deep-dive' },
    { type: 'moving', turn: 2, move: 'probe-gap' },
    { type: 'spoke', turn: 2, speaker: 'interviewer', text: 'How does one request go through it?' },
    { type: 'drew', operations: [{ op: 'remove', id: gone }] },
    { type: 'spoke', turn: 3, speaker: 'candidate', text: answer },
    { type: 'ran', run: 'f'.repeat(64), load: 10, bottleneck: to },
    { type: 'closed' },
  ];
  return happened.map(
    (event, index): PublicEvent => ({ version: index + 1, at: START + index * 30_000, ...event }),
  );
};

const quoted = (turn: number, quote: string): Evidence => ({
  kind: 'quote',
  turn,
  quote,
  prompted: 'prompted',
  polarity: 'strength',
  reading: 'gave the reason, which shows an understanding of the mechanism',
});

/** `words` are the candidate's, of turn 3; `background` of turn 1. */
export const debriefOf = ({
  background = 'I have run inference for four years.',
  words = 'Each replica is one node, because tensor parallelism over a network would stall every step.',
  element = 'engine',
}: {
  readonly background?: string;
  readonly words?: string;
  readonly element?: string;
} = {}): Debrief => ({
  make: { kind: 'built-in', version: '4' },
  scenario: 'llm-serving',
  sheet: 'scenario',
  level: 'L6',
  dimensions: [
    {
      id: 'technical-depth',
      band: 'exceeds',
      evidence: [
        quoted(3, words),
        { kind: 'board', element, polarity: 'strength', reading: 'drew one engine for each node' },
        { kind: 'run', run: 'f'.repeat(64), polarity: 'concern', reading: 'ran it at ten times the load' },
      ],
      wouldMove: [],
    },
    {
      id: 'production',
      band: 'below',
      evidence: [
        { kind: 'absence', opportunity: { turn: 2 }, polarity: 'concern', reading: 'did not say what fails' },
      ],
      wouldMove: ['In one more answer say what goes wrong: that would be read as “meets”.'],
    },
    { id: 'strategy', band: 'not-shown', evidence: [], wouldMove: [] },
  ],
  levelReading: { low: 'L5', most: 'L6', high: 'L6', why: 'Depth was shown, operation was not.' },
  missed: [{ item: 'prompt-order', turn: 2, nextLevelSays: 'Reuse ends at the first token that differs.' }],
  hints: [{ turn: 2, rung: 1, ledTo: 'Nothing was taken up.' }],
  redFlags: [{ id: 'no-failure', severity: 'note', evidence: [quoted(1, background)] }],
  concepts: [
    { id: 'tensor-parallelism', depth: 'explained', mistaken: false, prompted: 'prompted', evidence: [] },
  ],
  safety: 'Nothing was said about it.',
  debrief: {
    decisions: [`You said: “${words}”`, `You said: “${background}”`],
    modelling: `On the modelling you said “${words}”.`,
    architecture: 'Nothing was heard on the architecture that this version can read.',
    production: 'Nothing was heard on running it that this version can read.',
    strengths: [`“${words}”: you gave the reason.`],
    explore: [],
    overall: 'You spoke in 2 turns over 7 minutes.',
    next: ['Answer aloud, in two minutes: “What happens when a replica dies?”'],
  },
  cannotRead: ['Boards and runs: what you drew is kept and not judged.'],
});
