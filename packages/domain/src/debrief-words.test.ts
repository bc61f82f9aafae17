import { expect, it } from 'vitest';
import { idSaid } from './debrief-words.ts';

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
