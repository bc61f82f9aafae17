import { describe, expect, it } from 'vitest';
import { readActs } from './acts.ts';

describe('what an answer asks of the interviewer', () => {
  it.each([
    ['Give me a minute, I want to think this through.', 'asks-time', 'Give me a minute'],
    ['Could I have a moment to think?', 'asks-time', 'Could I have a moment to think'],
    ['Hm. Let me think about the labels.', 'asks-time', 'Let me think about the labels'],
    ['Sorry, could you say that question again?', 'asks-repeat', 'could you say that question again'],
    ['Come again?', 'asks-repeat', 'Come again?'],
    ['Sorry, could you repeat that?', 'asks-repeat', 'could you repeat that'],
    ['What was the question again?', 'asks-repeat', 'What was the question'],
    ['I’m stuck, honestly.', 'asks-hint', 'I’m stuck'],
    ['Can you give me a hint?', 'asks-hint', 'Can you give me a hint'],
    ['Can we move on to the next part?', 'asks-next-phase', 'Can we move on to the next part'],
    ['I would like to stop here.', 'asks-to-end', 'I would like to stop here'],
  ])('LI1 %s', (text, act, words) => {
    const [finding] = readActs(text);
    expect(finding).toMatchObject({ kind: 'act', act });
    expect(text.slice(finding!.span.start, finding!.span.end)).toBe(words);
  });

  it.each([
    'We keep a minute of events in memory and the window moves every ten seconds.',
    'Retries repeat the request twice.',
    'Each batch gives the GPU a moment to fill.',
    'The queue is stuck when the consumer dies.',
    'Let me think about the labels: they come from clicks, which are biased by position, so we log what was shown and where, and weigh them.',
    'Then we move on to the ranker, which scores 500 candidates.',
    'The stream would end here and the client reconnects.',
    '',
  ])('LI1 asks nothing: %s', (text) => expect(readActs(text)).toEqual([]));
});
