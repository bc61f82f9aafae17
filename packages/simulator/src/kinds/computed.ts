/**
 * A model that computes each item once (a ranker, an embedder, a reranker, a classifier on a card): its time from its card
 * and its size. Weights are read once for a batch, and each item is multiplied through; tables are looked up row by row.
 */
import type { Values } from '@dryrun/design';
import { findGpu } from '../llm/names.ts';
import { PHYSICS } from '../llm/physics.ts';
import type { Batches } from '../model.ts';
import { number, serviceOf, word } from '../settings.ts';
import type { Around, Sized } from './sized.ts';

/** A row that is in no cache, on a card: assumption. */
const ROW_S = 10e-9;
/** Before and after each batch: inputs copied, kernels started, answers copied back. Assumption. */
const STARTED_S = 1e-3;

export const computed = (settings: Values, { palette }: Around): Sized => {
  const named = word(settings, 'gpu');
  const parameters = number(settings, 'parameters');
  if (named === undefined || parameters === undefined) return {};
  const gpu = findGpu(palette.gpus, named);
  if (!gpu) return { notes: [`its card “${named}” is not in the table: service.mean is used instead.`] };
  const bytes = parameters * (number(settings, 'weightBytes') ?? 2);
  const narrow =
    (number(settings, 'weightBytes') ?? 2) <= 1 ? (gpu.tflops.fp8 ?? gpu.tflops.int8) : undefined;
  const flops = (narrow === undefined ? gpu.tflops.fp16 : narrow * PHYSICS.narrowShare) * 1e12;
  const items = number(settings, 'items') ?? 1;
  const tokens = number(settings, 'tokensPerItem') ?? 1;
  const fixedS = STARTED_S + bytes / (gpu.bandwidthGbPerS * 1e9 * PHYSICS.bandwidthShare);
  const eachS =
    items *
    ((2 * parameters * tokens) / (flops * PHYSICS.computeShare) + (number(settings, 'lookups') ?? 0) * ROW_S);
  const most = number(settings, 'batch.most') ?? 1;
  const work: Batches | undefined =
    most > 1
      ? { how: 'batches', most, waitS: number(settings, 'batch.wait') ?? 0, fixedS, eachS }
      : undefined;
  const memoryBytes = bytes + (number(settings, 'tables') ?? 0);
  const fits = memoryBytes <= gpu.memoryGib * 2 ** 30;
  return {
    service: serviceOf(
      fixedS + eachS,
      word(settings, 'service.distribution') ?? 'constant',
      number(settings, 'service.cv2'),
    ),
    work,
    facts: { memoryBytes },
    ...(fits ? {} : { errorRate: 1 }),
    notes: fits
      ? []
      : [
          `its weights and tables take ${(memoryBytes / 1e9).toFixed(1)} GB, and a ${gpu.name} has ${((gpu.memoryGib * 2 ** 30) / 1e9).toFixed(1)}: it cannot start. Keep the tables elsewhere, or divide them.`,
        ],
  };
};
