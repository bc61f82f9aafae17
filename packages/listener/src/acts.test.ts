import type { Move } from '@dryrun/domain';
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
    [
      'Can we move on to the high-level design properly?',
      'asks-next-phase',
      'Can we move on to the high-level design properly',
    ],
    ['okay let’s go to the deep dive now', 'asks-next-phase', 'let’s go to the deep dive now'],
    ["I'd like to move on to the trade-offs.", 'asks-next-phase', "I'd like to move on to the trade-offs"],
    ['Could we move on?', 'asks-next-phase', 'Could we move on'],
    ['May I jump ahead to the wrap-up?', 'asks-next-phase', 'May I jump ahead to the wrap-up'],
    ['I would like to stop here.', 'asks-to-end', 'I would like to stop here'],
    ["Let's end here, please.", 'asks-to-end', "Let's end here"],
    ['I think we can stop here, thanks.', 'asks-to-end', 'I think we can stop here'],
    ["That's everything. Let's wrap up.", 'asks-to-end', "Let's wrap up"],
    ["Thanks, I'm happy to finish here.", 'asks-to-end', "I'm happy to finish here"],
    ['I am done, thank you for your time.', 'asks-to-end', 'I am done, thank you for your time'],
    ['Can we end it here?', 'asks-to-end', 'Can we end it here'],
    ["That's it from my side, thanks.", 'asks-to-end', "That's it from my side, thanks"],
  ])('LI1 %s', (text, act, words) => {
    const [finding] = readActs(text);
    expect(finding).toMatchObject({ kind: 'act', act });
    expect(text.slice(finding!.span.start, finding!.span.end)).toBe(words);
  });

  it.each([
    'No, thank you, I have none.',
    "No questions from me, that's it.",
    "I'm good, thanks.",
    'Nothing else from me.',
  ])('LI1 once questions were invited, who has none is done: %s', (text) => {
    const asked = (move: Move) => ({ turn: 1, speaker: 'interviewer' as const, text: '', move });
    expect(readActs(text, asked('invite-questions'))).toMatchObject([{ act: 'asks-to-end' }]);
    expect(readActs(text, asked('probe-gap'))).toEqual([]);
  });

  it.each([
    'We keep a minute of events in memory and the window moves every ten seconds.',
    'Retries repeat the request twice.',
    'Each batch gives the GPU a moment to fill.',
    'The queue is stuck when the consumer dies.',
    'Let me think about the labels: they come from clicks, which are biased by position, so we log what was shown and where, and weigh them.',
    'Then we move on to the ranker, which scores 500 candidates.',
    'Once recall is flat we can stop here.',
    'The labels are enough, so we can stop here.',
    "I'll stop there.",
    'That is all from me on the data.',
    'That is all I have on this.',
    'The stream would end here and the client reconnects.',
    '',
  ])('LI1 asks nothing: %s', (text) => expect(readActs(text)).toEqual([]));
});
