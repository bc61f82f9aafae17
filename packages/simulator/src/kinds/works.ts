/** How a component works where it is not open all day for one request at a time: in batches, by hours, with a start-up, in windows. */
import type { Values } from '@dryrun/design';
import type { Batches, Hours } from '../model.ts';
import { number, word } from '../settings.ts';
import type { Sized } from './sized.ts';

export const worksBy = (settings: Values): Sized => {
  const lengthS = number(settings, 'window.length');
  const ready = number(settings, 'ready.count');
  return {
    work: batchesOf(settings),
    hours: hoursOf(word(settings, 'hours')),
    ready: ready === undefined ? undefined : { count: ready, coldS: number(settings, 'ready.cold') ?? 0 },
    window: lengthS === undefined ? undefined : { lengthS, lateS: number(settings, 'window.late') ?? 0 },
    stops: number(settings, 'stops') ?? 0,
    ...(lengthS === undefined
      ? {}
      : { facts: { freshnessS: lengthS + (number(settings, 'window.late') ?? 0) } }),
  };
};

/** `service.mean` is the time of a batch of one; each further request adds `batch.each`. */
const batchesOf = (settings: Values): Batches | undefined => {
  const most = number(settings, 'batch.most');
  if (most === undefined || most <= 1) return undefined;
  const oneS = number(settings, 'service.mean') ?? 0;
  const eachS = Math.min(
    oneS,
    number(settings, 'batch.each') ?? oneS * (number(settings, 'batch.share') ?? 0.1),
  );
  return {
    how: 'batches',
    most,
    waitS: number(settings, 'batch.wait') ?? 0,
    fixedS: oneS - eachS,
    eachS,
  };
};

/** `09:00-17:30`. */
export const hoursOf = (written: string | undefined): Hours | undefined => {
  const [, fromH, fromM, untilH, untilM] =
    /^(\d\d?):(\d\d)\s*[-–]\s*(\d\d?):(\d\d)$/.exec(written ?? '') ?? [];
  if (fromH === undefined || fromM === undefined || untilH === undefined || untilM === undefined)
    return undefined;
  const fromS = Number(fromH) * 3600 + Number(fromM) * 60;
  const untilS = Number(untilH) * 3600 + Number(untilM) * 60;
  return fromS === untilS ? undefined : { fromS, untilS };
};
