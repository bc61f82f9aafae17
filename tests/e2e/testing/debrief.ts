/** A debrief with one of everything, of an interview that says `WORDS`. */
import type { Debrief, Evidence } from '@dryrun/domain';

export const WORDS = [
  'I would log the features as they were at the moment of the decision, so that training sees what serving saw.',
  'Accuracy is 99.9 %, so the model is good.',
] as const;

const logged: Evidence = {
  kind: 'quote',
  turn: 2,
  quote: 'log the features as they were at the moment of the decision',
  prompted: 'unprompted',
  polarity: 'strength',
  reading:
    'Proposed point-in-time features because training must see what serving saw, which shows where skew comes from.',
};
const accurate: Evidence = {
  kind: 'quote',
  turn: 4,
  quote: 'Accuracy is 99.9 %',
  prompted: 'prompted',
  polarity: 'concern',
  reading: 'Took accuracy for quality where one case in a thousand is fraud.',
};
const unasked: Evidence = {
  kind: 'absence',
  opportunity: { turn: 1 },
  polarity: 'concern',
  reading: 'The problem was put, and no question about what a missed fraud costs followed.',
};

export const debrief = {
  make: { kind: 'built-in', version: '1' },
  scenario: 'fraud-detection',
  sheet: 'general',
  level: 'L5',
  dimensions: [
    {
      id: 'problem-navigation',
      band: 'meets',
      evidence: [unasked],
      wouldMove: ['One question about what a missed fraud costs, before the design.'],
    },
    { id: 'technical-depth', band: 'exceeds', evidence: [logged], wouldMove: [] },
    { id: 'technical-breadth', band: 'not-shown', evidence: [], wouldMove: [] },
    { id: 'architecture', band: 'not-shown', evidence: [], wouldMove: [] },
    {
      id: 'trade-offs',
      band: 'below',
      evidence: [accurate],
      wouldMove: ['Precision at a fixed recall, with what each error costs.'],
    },
    { id: 'production', band: 'not-shown', evidence: [], wouldMove: [] },
    { id: 'strategy', band: 'not-shown', evidence: [], wouldMove: [] },
    { id: 'communication', band: 'meets', evidence: [logged], wouldMove: [] },
  ],
  levelReading: {
    low: null,
    most: null,
    high: null,
    why: 'Four of eight dimensions had no occasion in a ten-minute drill.',
  },
  missed: [
    {
      item: 'label-delay',
      turn: 3,
      nextLevelSays:
        'Chargebacks arrive after sixty days, so the newest labels are all “not fraud yet”: I would train on a window that ends two months ago.',
    },
  ],
  hints: [{ turn: 3, rung: 1, ledTo: 'It came up in turn 4.' }],
  redFlags: [{ id: 'accuracy-on-a-rare-class', severity: 'warning', evidence: [accurate] }],
  concepts: [],
  safety: 'Nothing was said about who is wrongly blocked, and there was no question that led there.',
  debrief: {
    decisions: [
      'You log features as they were at the moment of the decision, so that training sees what serving saw.',
      'You judge the model by its accuracy.',
    ],
    modelling: 'You spoke of features and of one measure; the model itself was not named.',
    architecture: 'No architecture was drawn or told.',
    production: 'Nothing was said about running it.',
    strengths: ['Point-in-time features, unprompted, with the reason.'],
    explore: ['What to measure when one case in a thousand matters.', 'When the labels arrive.'],
    overall: 'A clear first instinct about data, and a measure that would have hidden every failure of it.',
    next: [
      'Take a class of 0.1 % and compute precision and recall by hand.',
      'Sit the drill on label delay.',
    ],
  },
  cannotRead: ['The board was empty, so no design was read.'],
} satisfies Debrief;
