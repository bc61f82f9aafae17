import type { Debrief, HeldContent } from '@dryrun/domain';
import { expect, it } from 'vitest';
import { namesIn } from './debrief-names.ts';

const concept = (id: string, name: string) => ({ id, name, said: [], explained: '', mistakes: [] });
const debrief = {
  concepts: [{ id: 'point-in-time-features' }, { id: 'unit-cost' }, { id: 'of-another-vocabulary' }],
  missed: [{ item: 'abandoned-streams' }, { item: 'gone-since' }],
} as unknown as Debrief;
const content = {
  vocabulary: [
    concept('point-in-time-features', 'features as of the event'),
    concept('kv-cache', 'KV cache'),
  ],
  sheet: {
    concepts: [
      concept('unit-cost', 'cost of a request'),
      concept('streaming', 'streaming with cancellation'),
    ],
    items: [
      { id: 'abandoned-streams', concept: 'streaming' },
      { id: 'not-told-of', concept: 'kv-cache' },
    ],
  },
} as unknown as HeldContent;

it('WB29 names what a debrief tells of as the vocabulary does, and nothing else', () => {
  expect(namesIn(debrief, content)).toEqual({
    'point-in-time-features': 'features as of the event',
    'unit-cost': 'cost of a request',
    'abandoned-streams': 'streaming with cancellation',
  });
});

it('WB29 has no names where an interview was held before there was a vocabulary', () => {
  expect(namesIn(debrief, {})).toEqual({});
});
