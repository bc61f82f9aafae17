/** Pictures and films by diffusion: so many passes of the model over all of a picture, twice where it is guided. */
import type { Values } from '@dryrun/design';
import { findGpu } from '../llm/names.ts';
import { number, serviceOf, word } from '../settings.ts';
import type { Around, Sized, Sizing } from './sized.ts';

/** Of the card’s dense arithmetic, what convolutions and attention of a diffusion model reach: assumption. */
const REACHED = 0.4;
/** Decoding, encoding and all else, of the passes' time: assumption. */
const AROUND = 0.1;

export const imageGenerator: Sizing = (settings, around) => generated(settings, around, 1);

export const videoGenerator: Sizing = (settings, around) =>
  generated(
    settings,
    around,
    Math.max(1, (number(settings, 'seconds') ?? 5) * (number(settings, 'framesPerSecond') ?? 24)),
  );

const generated = (settings: Values, { palette }: Around, frames: number): Sized => {
  const named = word(settings, 'gpu');
  const passTflop = number(settings, 'passTflop');
  if (named === undefined || passTflop === undefined) return {};
  const gpu = findGpu(palette.gpus, named);
  if (!gpu) return { notes: [`its card “${named}” is not in the table: service.mean is used instead.`] };
  const passes = (number(settings, 'steps') ?? 30) * (settings['guided'] === false ? 1 : 2);
  // Frames are made together: a film compresses some of them into one.
  const pictures = Math.max(1, frames / (number(settings, 'framesPerLatent') ?? 4));
  const cards = number(settings, 'gpusPerReplica') ?? 1;
  const oneS =
    (passes * passTflop * (frames === 1 ? 1 : pictures) * (1 + AROUND)) / (gpu.tflops.fp16 * REACHED * cards);
  return {
    service: serviceOf(
      oneS,
      word(settings, 'service.distribution') ?? 'constant',
      number(settings, 'service.cv2'),
    ),
    work: batched(settings, oneS),
    ...(settings['gpusPerReplica'] === undefined ? {} : { servers: 1 }),
  };
};

/** The card is full with one: a batch takes about as long as its pictures one after the other. */
const batched = (settings: Values, oneS: number): Sized['work'] => {
  const most = number(settings, 'batch.most') ?? 1;
  if (most <= 1) return undefined;
  const fixedS = oneS * FIXED;
  return { how: 'batches', most, waitS: number(settings, 'batch.wait') ?? 0, fixedS, eachS: oneS - fixedS };
};

/** Of one picture's time, what a batch saves for each further one: assumption. */
const FIXED = 0.1;
