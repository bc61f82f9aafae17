import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enter, newAgenda, strike, take, takenAt } from './agenda.ts';
import { cosine, exp, log, power } from './arithmetic.ts';
import { binOf, lowerEdge } from './histogram.ts';
import { below, exponential, SHAPES, streamsOf, uniform, variate } from './random.ts';

describe('the agenda', () => {
  it('SM3 gives back what was entered by time, and by order of entry where times are the same', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3000 }), (times) => {
        const agenda = newAgenda(4);
        times.forEach((time, who) => enter(agenda, time, 1, who));
        const expected = times
          .map((time, who) => ({ time, who }))
          .sort((a, b) => a.time - b.time || a.who - b.who);
        for (const { time, who } of expected) {
          const slot = take(agenda);
          expect([takenAt(agenda), agenda.who[slot]]).toEqual([time, who]);
        }
        expect(take(agenda)).toBe(-1);
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  it('SM3 takes and enters in turn like a sorted list, without what was struck out', () => {
    const steps = fc.array(
      fc.record({ time: fc.integer({ min: 0, max: 50 }), what: fc.constantFrom('enter', 'take', 'strike') }),
      { maxLength: 400 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        const agenda = newAgenda(2);
        let list: { time: number; who: number; slot: number }[] = [];
        let now = 0;
        all.forEach(({ time, what }, who) => {
          if (what === 'enter') list.push({ time: now + time, who, slot: enter(agenda, now + time, 1, who) });
          const first = [...list].sort((a, b) => a.time - b.time || a.who - b.who)[0];
          if (what === 'strike' && first) {
            strike(agenda, first.slot);
            list = list.filter((one) => one !== first);
          }
          if (what === 'take') {
            const slot = take(agenda);
            if (!first) expect(slot).toBe(-1);
            else {
              now = takenAt(agenda);
              expect([now, agenda.who[slot]]).toEqual([first.time, first.who]);
              list = list.filter((one) => one !== first);
            }
          }
        });
      }),
      { seed: 4, numRuns: 200 },
    );
  });
});

describe('arithmetic of our own', () => {
  const near = (found: number, wanted: number) =>
    Math.abs(found - wanted) <= 4e-15 * Math.max(1e-300, Math.abs(wanted));

  it('SM4 is as good as the machine’s', () => {
    for (let k = -600; k <= 600; k++) {
      const x = Math.exp(k / 3.1);
      expect(near(exp(k / 3.1), x), `exp ${k / 3.1}`).toBe(true);
      expect(Math.abs(log(x) - k / 3.1), `log ${x}`).toBeLessThan(1e-13 * Math.max(1, Math.abs(k)));
      expect(near(power(x, 0.37), x ** 0.37) || Math.abs(k) > 100, `${x} ** .37`).toBe(true);
      expect(Math.abs(cosine(k / 70) - Math.cos(k / 70))).toBeLessThan(5e-14);
    }
    expect([log(0), log(-1), log(Infinity), exp(-Infinity), exp(710), power(0, 2), power(5, 0)]).toEqual([
      -Infinity,
      NaN,
      Infinity,
      0,
      Infinity,
      0,
      1,
    ]);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 10);
  });
});

describe('random streams', () => {
  it('SM5 have their luck from their names, whatever stands beside them', () => {
    const draws = (names: readonly string[], name: string) => {
      const streams = streamsOf(7, 0, names);
      return Array.from({ length: 20 }, () => uniform(streams, names.indexOf(name)));
    };
    expect(draws(['a', 'b'], 'b')).toEqual(draws(['x', 'y', 'b', 'z'], 'b'));
    expect(draws(['a', 'b'], 'a')).not.toEqual(draws(['a', 'b'], 'b'));
    const other = streamsOf(7, 1, ['b']);
    expect(uniform(other, 0)).not.toBe(draws(['b'], 'b')[0]);
  });

  it('SM5 are even: each of 64 cells gets its share, and never an end', () => {
    const streams = streamsOf(1, 0, ['a']);
    const cells = Array.from({ length: 64 }, () => 0);
    let ends = 0;
    for (let k = 0; k < 640_000; k++) {
      const u = uniform(streams, 0);
      if (u <= 0 || u >= 1) ends++;
      cells[Math.floor(u * 64)]!++;
    }
    expect(ends).toBe(0);
    // χ² with 63 degrees of freedom is above 103.4 once in a thousand.
    expect(cells.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(103.4);
    expect(below(streams, 0, 1)).toBe(0);
  });

  it('SM5 the exponential has the exponential’s distribution, tail and all', () => {
    const streams = streamsOf(2, 0, ['a']);
    const cells = Array.from({ length: 40 }, () => 0);
    const each = 1e6 / 40;
    for (let k = 0; k < 1e6; k++) cells[Math.floor(Math.exp(-exponential(streams, 0)) * 40)]!++;
    // χ² with 39 degrees of freedom is above 72.1 once in a thousand.
    expect(cells.reduce((sum, n) => sum + (n - each) ** 2 / each, 0)).toBeLessThan(72.1);
  });

  it.each(['constant', 'exponential', 'erlang', 'lognormal', 'hyperexponential'] as const)(
    'SM5 %s has mean 1 and the variance that was asked for',
    (shape) => {
      const cv2 = { constant: 0, exponential: 1, erlang: 0.25, lognormal: 1.5, hyperexponential: 3 }[shape];
      const streams = streamsOf(3, 0, ['a']);
      const n = 400_000;
      let [sum, squares] = [0, 0];
      for (let k = 0; k < n; k++) {
        const x = variate(streams, 0, SHAPES.indexOf(shape), cv2);
        sum += x;
        squares += x * x;
      }
      const mean = sum / n;
      expect(Math.abs(mean - 1)).toBeLessThanOrEqual(4 * Math.sqrt(cv2 / n));
      expect(squares / n - mean * mean).toBeCloseTo(cv2, cv2 > 1 ? 0 : 1);
    },
  );
});

describe('histograms', () => {
  it('SM6 a value lies in its bin, and a bin is as narrow as its bits say', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-8, max: 1e6, noNaN: true }),
        fc.integer({ min: 1, max: 8 }),
        (x, bits) => {
          const bin = binOf(x, bits);
          const [low, high] = [lowerEdge(bin, bits), lowerEdge(bin + 1, bits)];
          expect(low <= x && x < high).toBe(true);
          expect((high - low) / low).toBeLessThanOrEqual(2 ** -bits * (1 + 1e-12));
        },
      ),
      { seed: 5 },
    );
    expect([binOf(0, 5), binOf(1e-12, 5), binOf(1e12, 5)]).toEqual([0, 0, (54 << 5) - 1]);
  });
});
