import type { HeardConcept } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { builtInHear } from './hear.ts';

const idea = (id: string, name: string, ...said: readonly string[]): HeardConcept => ({
  id,
  name,
  said,
  explained: '',
  mistakes: [],
});
const vocabulary = [
  idea('incident-response', 'response to incidents', 'on-call'),
  idea('learning-rate-schedule', 'learning-rate schedule', 'warm-up'),
  idea('recall-at-k', 'recall at k', 'hit rate'),
  idea('mean-average-precision', 'mean average precision', 'mAP'),
  idea('roc-auc', 'areas under curves', 'average precision', 'area under the curve'),
  idea('admission-control', 'admission control', 'load shedding'),
  idea('backpressure', 'backpressure', 'load shedding'),
  idea('prefix-caching', 'prefix caching', 'prefix cache'),
  idea('prediction-cache', 'prediction cache', 'cache hit'),
  idea('ensembles', 'ensembles', 'ensembles'),
  idea('tokenisation', 'tokenisation', 'tokenization'),
];
const named = (text: string) =>
  builtInHear
    .hear(
      { asked: undefined, answer: { turn: 0, speaker: 'candidate', text } },
      { sheet: undefined, vocabulary, topic: '', askedAbout: undefined },
    )
    .flatMap((finding) => (finding.kind === 'concept' && finding.by === 'name' ? [finding.concept] : []));

describe('what is said by its name', () => {
  it.each([
    ['There is admission control at the door.', ['admission-control']],
    ['We look at mean average precision.', ['mean-average-precision']],
    ['Every prefix cache hit saves work.', ['prefix-caching']],
    ['The area under the curve went up.', ['roc-auc']],
    ['Tokenization is one part of it.', ['tokenisation']],
  ])('LI3 %s', (text, ids) => expect(named(text)).toEqual(ids));

  it.each([
    'Call it four and a half million.',
    'Old weights stay warm for a day.',
    'The hit rate of the cache goes down.',
    'Is there admission control in this system?',
    'Can you walk me through admission control.',
    "I don't know how admission control works.",
    'We do not want admission control.',
    'Load shedding comes first.',
    'The map shows two regions.',
  ])('LI3 nothing is named in: %s', (text) => expect(named(text)).toEqual([]));
});
