/**
 * Which card and which model somebody means. Names are compared without case, spaces and hyphens; of a model, what does not
 * change its shape (instruct, chat, a date, a quantisation) is left out, and of a card its maker.
 */
import type { Gpu, LlmModel } from '@dryrun/domain';

export const findGpu = (gpus: readonly Gpu[], name: string): Gpu | undefined => {
  const meant = cardKey(name);
  return gpus.find(({ id, name: own, called }) =>
    [id, own, ...called].some((known) => cardKey(known) === meant),
  );
};

export const findLlmModel = (models: readonly LlmModel[], name: string): LlmModel | undefined => {
  const exact = name.toLowerCase();
  const named = (model: LlmModel, key: (text: string) => string, meant: string) =>
    [model.id, ...model.called].some((known) => key(known) === meant);
  return (
    models.find((model) => named(model, (known) => known.toLowerCase(), exact)) ??
    models.find((model) => named(model, modelKey, modelKey(name)))
  );
};

/** Bits of a weight that a model's name says it was quantised to. */
export const bitsInName = (name: string): number | undefined => {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  if (words.some((word) => ['fp8', 'int8', 'w8a8', 'w8a16'].includes(word))) return 8;
  if (words.some((word) => ['awq', 'gptq', 'int4', 'w4a16', '4bit', 'nvfp4', 'mxfp4'].includes(word)))
    return 4;
  return undefined;
};

const MAKERS = /\b(nvidia|amd|google|cloud|geforce|tesla|instinct|tensor core|gpu|accelerator)\b/g;

const cardKey = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(MAKERS, ' ')
    .replaceAll(/[^a-z0-9]/g, '');

/** Words of a name that say how a model was trained further, stored or dated: its shape is the same. */
const ASIDE = new Set(
  `meta instruct it chat base hf thinking preview pt text fp8 fp16 bf16 int8 int4 awq gptq w8a8 w8a16 w4a16 4bit
   nvfp4 mxfp4 dynamic static pertensor quantized g128 kv fast`.split(/\s+/),
);

const modelKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*\//, '')
    .split(/[^a-z0-9.]+/)
    .filter((word) => !ASIDE.has(word) && !/^\d{4}$/.test(word) && !/^v0?\.\d+$/.test(word))
    .join('')
    .replaceAll('.', '');
