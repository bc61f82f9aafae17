import { expect, it } from 'vitest';
import { asSentence, ideaSaid, idSaid } from './debrief-words.ts';

it.each([
  ['label-delay', 'Label delay'],
  ['kv-cache', 'KV cache'],
  ['instant-gpus', 'Instant GPUs'],
  ['llm-serving', 'LLM serving'],
  ['vllm', 'vLLM'],
  ['data/label-delay', 'Data, label delay'],
])('WB29 “%s” is read as “%s”', (id, said) => {
  expect(idSaid(id)).toBe(said);
});

it.each([
  ['kv-cache', 'KV cache of past tokens', 'KV cache of past tokens'],
  ['serving', 'vLLM and its like', 'vLLM and its like'],
  ['point-in-time-features', 'features as of the event', 'Features as of the event'],
])('WB29 calls %s as the vocabulary does', (id, name, said) => {
  expect(ideaSaid(id, { [id]: name })).toBe(said);
});

it('WB29 makes words of an id that the vocabulary does not know', () => {
  expect([ideaSaid('kv-cache'), ideaSaid('constructor', {})]).toEqual(['KV cache', 'Constructor']);
});

it.each([
  ['compared, by “rather than”', 'Compared, by “rather than”.'],
  ['It was said: “That is enough.”', 'It was said: “That is enough.”'],
  ['gave a figure.', 'Gave a figure.'],
])('WB12 reads “%s” as a sentence', (reading, said) => {
  expect(asSentence(reading)).toBe(said);
});
