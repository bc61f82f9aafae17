/**
 * What is swept: a load, or one setting of one component, over a few points that a person would have picked.
 *
 *     load=1x..100x      → 1 2 5 10 20 50 100        a tenfold range or more: by 1, 2, 5
 *     api.servers=2..16  → 2 4 6 … 16                a shorter one: in equal round steps, both ends in it
 *     api.replicas=1,2,4 → 1 2 4                     a list: as it is written
 */
import { UsageFault } from '../command.ts';

export const POINTS_MAX = 12;

export type Sweep = {
  /** `load`, or `api.servers` as it was written. */
  readonly of: string;
  /** Absent: the load. */
  readonly setting: { readonly component: string; readonly name: string } | undefined;
  /** As they are written in a document: “5ms”, “16”; of a load a plain number. */
  readonly values: readonly string[];
};

export const parseSweep = (text: string): Sweep => {
  const [of = '', written = '', ...more] = text.split('=').map((part) => part.trim());
  if (of === '' || written === '' || more.length > 0)
    throw new UsageFault(
      `Expected --what-if as load=1x..100x, api.servers=2..16 or api.replicas=1,2,4; found “${text}”.`,
    );
  if (of === 'load') {
    const values = points(written, of).map((value) => {
      const load = /^(\d+(?:\.\d+)?)x?$/.exec(value)?.[1];
      if (load === undefined || Number(load) <= 0)
        throw new UsageFault(`Expected loads above 0, such as 1x or 2.5; found “${value}” in “${text}”.`);
      return load;
    });
    return { of, setting: undefined, values };
  }
  const dot = of.indexOf('.');
  if (dot <= 0 || dot === of.length - 1)
    throw new UsageFault(
      `Expected --what-if to name the load, or a component and its setting such as api.servers; found “${of}”.`,
    );
  return {
    of,
    setting: { component: of.slice(0, dot), name: of.slice(dot + 1) },
    values: points(written, of),
  };
};

const points = (written: string, of: string): readonly string[] => {
  const range = /^([\d.]+?)\s*([^\d.\s]*)\s*\.\.\s*(\d+(?:\.\d+)?)\s*([^\d.\s]*)$/.exec(written);
  if (!range) {
    if (written.includes('..'))
      throw new UsageFault(`Expected a range such as 2..16 or 5ms..50ms for ${of}; found “${written}”.`);
    return listed(written, of);
  }
  const [, low = '', lowUnit = '', high = '', highUnit = ''] = range;
  const [from, to] = [Number(low), Number(high)];
  if (lowUnit !== '' && highUnit !== '' && lowUnit !== highUnit)
    throw new UsageFault(`Expected one unit in the range for ${of}; found “${lowUnit}” and “${highUnit}”.`);
  if (!(from > 0 && to > from))
    throw new UsageFault(`Expected a range for ${of} from above 0 to something greater; found “${written}”.`);
  const unit = highUnit || lowUnit;
  return (to / from >= 10 ? ladder(from, to) : steps(from, to, of !== 'load')).map(
    (value) => `${value}${unit}`,
  );
};

const listed = (written: string, of: string): readonly string[] => {
  const values = written.split(',').map((value) => value.trim());
  if (values.includes(''))
    throw new UsageFault(`Expected values between commas for ${of}; found “${written}”.`);
  if (values.length > POINTS_MAX)
    throw new UsageFault(`Expected at most ${POINTS_MAX} points for ${of}; found ${values.length}.`);
  return [...new Set(values)];
};

/** By 1, 2, 5; over many powers of ten by 1 alone, or rarer. */
const ladder = (from: number, to: number): readonly number[] => {
  const low = Math.floor(Math.log10(from));
  const high = Math.ceil(Math.log10(to));
  const rungs = (factors: readonly number[], every: number) =>
    Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, index) => low + index * every).flatMap(
      (power) => factors.map((factor) => tidy(factor * 10 ** power)),
    );
  for (let every = 1; ; every++) {
    for (const factors of every === 1 ? [[1, 2, 5], [1]] : [[1]]) {
      const between = rungs(factors, every).filter((value) => value > from && value < to);
      if (between.length + 2 <= POINTS_MAX) return [from, ...between, to];
    }
  }
};

/** In the smallest round step that leaves few enough. */
const steps = (from: number, to: number, counted: boolean): readonly number[] => {
  const wholes = counted && Number.isInteger(from) && Number.isInteger(to);
  for (let power = wholes ? 0 : Math.floor(Math.log10((to - from) / POINTS_MAX)); ; power++) {
    for (const factor of [1, 2, 5]) {
      const step = factor * 10 ** power;
      const count = Math.ceil(tidy((to - from) / step));
      if (count + 1 > POINTS_MAX) continue;
      return Array.from({ length: count + 1 }, (_, index) => Math.min(to, tidy(from + index * step)));
    }
  }
};

/** Without what binary fractions add. */
const tidy = (value: number): number => Number(value.toPrecision(10));
