import { expect, it } from 'vitest';
import { asSentence, ideaSaid, idSaid, isOnlyNamed, onlyNamedSaid } from './debrief-words.ts';

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

it('WB12 tells ideas that were only named in one sentence, each as it stands within one', () => {
  const ideas = ['features', 'kv-cache', 'label-delay', 'lora'].map((id) => ({ id }));
  expect(onlyNamedSaid(ideas, { features: 'features as of the event' })).toBe(
    'Named without more: features as of the event; KV cache; label delay; LoRA.',
  );
});

it('WB12 an idea that was explained, mistaken or is quoted was not only named', () => {
  const idea = {
    id: 'kv-cache',
    depth: 'named',
    mistaken: false,
    prompted: 'unprompted',
    evidence: [],
  } as const;
  const quote = {
    kind: 'quote',
    turn: 1,
    quote: 'A cache.',
    polarity: 'strength',
    prompted: 'unprompted',
    reading: 'named it',
  } as const;
  expect(isOnlyNamed(idea)).toBe(true);
  for (const more of [{ depth: 'explained' }, { mistaken: true }, { evidence: [quote] }] as const)
    expect(isOnlyNamed({ ...idea, ...more })).toBe(false);
});

it.each([
  ['compared, by “rather than”', 'Compared, by “rather than”.'],
  ['It was said: “That is enough.”', 'It was said: “That is enough.”'],
  ['gave a figure.', 'Gave a figure.'],
])('WB12 reads “%s” as a sentence', (reading, said) => {
  expect(asSentence(reading)).toBe(said);
});
