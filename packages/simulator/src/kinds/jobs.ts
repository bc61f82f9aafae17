/** Work that is not asked for one by one: a run over many records with a deadline, and jobs that take many cards at once. */
import type { Values } from '@dryrun/design';
import { exp } from '../kernel/arithmetic.ts';
import { number, serviceOf, word } from '../settings.ts';
import type { Sized, Sizing } from './sized.ts';

/**
 * Chunks are handed to whoever is free, and the run is over with its last: (n − c) ÷ c + H(c) chunk times for exponential
 * ones on c servers (the memoryless case, exact); for steadier ones less of the tail. A backup of each straggler takes the
 * tail away down to one more chunk.
 */
export const batchJob: Sizing = (settings) => {
  const records = number(settings, 'records');
  if (records === undefined) return {};
  const servers = (number(settings, 'servers') ?? 1) * (number(settings, 'replicas') ?? 1);
  const perRecord = number(settings, 'perRecord') ?? 1e-3;
  const chunk = number(settings, 'chunk') ?? 10_000;
  const chunks = Math.max(1, Math.ceil(records / chunk));
  const busy = Math.min(servers, chunks);
  const oneS = Math.min(chunk, records) * perRecord;
  const spread = Math.min(1, number(settings, 'service.cv2') ?? 1);
  const tail = settings['backups'] === true ? 1 : 1 + (harmonic(busy) - 1) * Math.sqrt(spread);
  const completesS = (number(settings, 'startUp') ?? 0) + ((chunks - busy) / busy + tail) * oneS;
  const every = number(settings, 'every');
  return {
    service: serviceOf(oneS, word(settings, 'service.distribution') ?? 'exponential', spread),
    facts: { completesS },
    notes:
      every !== undefined && completesS > every
        ? [`a run takes ${hours(completesS)} and the next begins after ${hours(every)}: runs pile up.`]
        : [],
  };
};

const harmonic = (n: number): number => {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
};

/**
 * A job has all of its cards or waits. One card that fails throws it back to its last checkpoint: with checkpoints every τ
 * that take δ, a mean time M between failures of any of its cards and R until it runs again, it takes
 * M e^(R/M) (e^((τ+δ)/M) − 1) ÷ τ of its time without failures (Daly 2006).
 */
export const gpuCluster: Sizing = (settings) => {
  const cards = number(settings, 'cardsPerJob');
  if (cards === undefined) return {};
  const owned = number(settings, 'servers') ?? 1;
  const side = Math.floor(owned / cards);
  if (side === 0)
    return {
      errorRate: 1,
      notes: [`a job needs ${cards} cards together and there are ${owned}: none can start.`],
    };
  const solve = number(settings, 'service.mean') ?? 0;
  const by = failuresCost(settings, cards);
  const left = owned - side * cards;
  return {
    servers: side,
    service: serviceOf(solve * by, word(settings, 'service.distribution'), number(settings, 'service.cv2')),
    notes: left === 0 ? [] : [`${left} of ${owned} cards are never used: jobs take ${cards} at a time.`],
  };
};

const failuresCost = (settings: Values, cards: number): number => {
  const mtbf = number(settings, 'cardMtbf');
  const every = number(settings, 'checkpoint.every');
  if (mtbf === undefined || every === undefined) return 1;
  const takes = number(settings, 'checkpoint.takes') ?? 0;
  const between = mtbf / cards;
  const again = number(settings, 'mttr') ?? 0;
  return (between * exp(again / between) * (exp((every + takes) / between) - 1)) / every;
};

const hours = (seconds: number): string => `${(seconds / 3600).toFixed(1)} h`;

/** Each user has one of their own: nobody waits for another, and the old ones are slow. */
export const onDevice = (settings: Values): Sized => {
  const slow = number(settings, 'slow.share') ?? 0;
  const by = number(settings, 'slow.by') ?? 1;
  const meanS = number(settings, 'service.mean') ?? 0;
  const facts = { memoryBytes: number(settings, 'modelSize') };
  const held = facts.memoryBytes === undefined ? {} : { facts: { memoryBytes: facts.memoryBytes } };
  if (slow === 0 || by === 1) return { servers: Infinity, ...held };
  const mean = meanS * (1 - slow + slow * by);
  const square = meanS * meanS * (1 - slow + slow * by * by);
  return {
    servers: Infinity,
    service: serviceOf(mean, 'lognormal', Math.max(0.0001, square / (mean * mean) - 1)),
    ...held,
  };
};
