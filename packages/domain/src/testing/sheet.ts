import type { Sheet } from '../sheet.ts';

/** A small sheet to tell stories with. */
export const toySheet: Sheet = {
  opening: {
    vague: 'Design toy ranking.',
    clear: 'Design toy ranking for a shop with a page that must be quick.',
  },
  facts: [
    {
      id: 'daily-users',
      heading: 'predictions-per-second',
      asks: ['how many users', 'daily active users', 'user scale'],
      answer: 'About two million people a day.',
    },
    {
      id: 'latency',
      heading: 'latency',
      asks: ['latency', 'how fast', 'response time'],
      answer: 'A hundred milliseconds at the ninety-ninth percentile.',
    },
  ],
  open: [{ heading: 'fairness', accept: 'sellers of all sizes are seen' }],
  items: [
    {
      id: 'cache-results',
      area: 'serving',
      concept: 'result-cache',
      dimension: 'architecture',
      level: 'L5',
      why: 'A tenth of the queries are half of the traffic.',
      heard: [],
      probe: 'What happens when everybody asks for the same thing at once?',
      hints: [
        'Think about the path a request takes.',
        'What is computed twice?',
        'Consider keeping the answers of popular queries.',
      ],
    },
    {
      id: 'watch-drift',
      area: 'monitoring',
      concept: 'drift',
      dimension: 'production',
      level: 'L6',
      why: 'The catalogue changes weekly.',
      heard: ['the world moves on'],
      probe: 'How would you notice that it has become worse?',
      hints: [
        'Think of the weeks after.',
        'What changes without anybody touching the code?',
        'Compare distributions over time.',
      ],
    },
  ],
  skips: [],
  concepts: [
    {
      id: 'result-cache',
      name: 'result cache',
      said: [
        'result cache',
        'cache the results',
        'we keep the answers of popular queries and hand them out again',
      ],
      explained: 'Answers that are asked for often are kept, so that they are not computed again.',
      mistakes: [],
    },
    {
      id: 'drift',
      name: 'data drift',
      said: ['data drift', 'distribution shift', 'inputs today look different from the ones we trained on'],
      explained: 'Inputs change over time, so the model meets what it has not learned.',
      mistakes: [],
    },
  ],
  challenges: [],
  mistakes: [
    {
      id: 'cache-forever',
      says: 'Cached results never have to change.',
      heard: ['cached results never expire', 'cache forever'],
      because: 'prices and stock change every hour',
    },
  ],
  twists: [
    {
      id: 'ten-times',
      kind: 'load',
      says: 'A sale begins and ten times as many people come.',
      from: 'L4',
      breaks: 'The ranker saturates.',
      answered: ['shed load', 'cache more'],
    },
  ],
  moments: [
    {
      id: 'asked-about-load',
      moment: 'when load is discussed',
      dimension: 'architecture',
      item: 'cache-results',
      says: { L4: 'a', L5: 'b', L6: 'c', L7: 'We keep the head of the queries at the edge.', principal: 'e' },
    },
  ],
};
