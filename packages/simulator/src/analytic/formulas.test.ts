import { describe, expect, it } from 'vitest';
import { fifoHitRatio, lruHitRatio, lruTtlHitRatio, cheTime, ttlHitRatio, zipfKeys } from './caches.ts';
import { hedged, kthOf, leafQuantile, slowest } from './joins.ts';
import {
  backlogGrowth,
  closedBounds,
  closedNetwork,
  drainS,
  forkJoinTime,
  harmonic,
  heldStation,
} from './networks.ts';
import {
  amplification,
  anyOf,
  atLeast,
  available,
  downMinutesPerMonth,
  inParallel,
  inSeries,
  kOfN,
  meanAttempts,
  withSharedCause,
} from './reliability.ts';
import { certain, gamma, meanOf, oneOf, plus, quantile, times, varianceOf, within } from './spread.ts';
import {
  cobhamWaits,
  erlangB,
  erlangC,
  ggcWait,
  mg1Wait,
  mmcPlaces,
  mmcSojournQuantile,
  mmcWait,
  mmcWaitQuantile,
  mmcWaitTail,
  preemptiveTimes,
  psTime,
  supermarketTime,
} from './stations.ts';

describe('single stations', () => {
  it.each([
    [2, 0.8, 0.32989691, 0.71111111, 1.77777778, 10.660609],
    [4, 0.9, 0.27068507, 0.78775326, 1.96938316, 10.9165],
    [8, 0.7, 0.10015185, 0.27060293, 0.11275122, 1.374195],
    [8, 0.9, 0.19031317, 0.70153299, 0.87691624, 5.313354],
    [16, 0.9, 0.12641189, 0.59134339, 0.36958962, 2.549882],
    [32, 0.95, 0.1025893, 0.69571011, 0.43481882, 2.651467],
    [100, 0.95, 0.04880421, 0.50645685, 0.10129137, 0.784971],
  ])('AN1 M/M/%i at ρ = %f', (c, rho, b, waits, wait, p99) => {
    expect(erlangB(c, c * rho)).toBeCloseTo(b, 8);
    expect(erlangC(c, c * rho)).toBeCloseTo(waits, 8);
    expect(mmcWait(c * rho, 1, c)).toBeCloseTo(wait, 8);
    expect(mmcWaitQuantile(c * rho, 1, c, 0.99)).toBeCloseTo(p99, 5);
    expect(mmcWaitTail(c * rho, 1, c, p99)).toBeCloseTo(0.01, 6);
  });

  it.each([
    [0.5, 6.931472],
    [0.99, 46.051702],
  ])('AN1 M/M/1 at ρ = .9: the %f quantile of the time in it is %f', (p, time) =>
    expect(mmcSojournQuantile(0.9, 1, 1, p)).toBeCloseTo(time, 5),
  );

  it('AN1 M/M/1 at ρ = .9 waits 9 and has 8.1 waiting', () => {
    expect(mmcWait(0.9, 1, 1)).toBeCloseTo(9, 10);
    expect(0.9 * mmcWait(0.9, 1, 1)).toBeCloseTo(8.1, 10);
  });

  it.each([
    ['constant', 0, 4.5],
    ['Erlang-4', 0.25, 5.625],
    ['exponential', 1, 9],
    ['cv² = 4', 4, 22.5],
  ])('AN1 M/G/1 at ρ = .9 with %s service', (_, cv2, wait) => {
    expect(mg1Wait(0.9, 1, cv2)).toBeCloseTo(wait, 10);
    expect(ggcWait(0.9, 1, 1, 1, cv2)).toBeCloseTo(wait, 10);
  });

  it('AN1 M/D/8 by Allen–Cunneen', () => expect(ggcWait(7.2, 1, 8, 1, 0)).toBeCloseTo(0.438458, 6));

  it('AN1 refuses what finds no place', () => {
    expect(mmcPlaces(0.9, 1, 1, 9).refused).toBeCloseTo(0.05081373, 8);
    expect(mmcPlaces(7.2, 1, 8, 0).refused).toBeCloseTo(erlangB(8, 7.2), 12);
    expect(mmcPlaces(2, 1, 1, 1e4).refused).toBeCloseTo(0.5, 10);
    const wide = mmcPlaces(7.2, 1, 8, 5000);
    expect(wide.wait).toBeCloseTo(mmcWait(7.2, 1, 8), 8);
    expect(wide.waits).toBeCloseTo(erlangC(8, 7.2), 8);
    expect(wide.waitSquared).toBeCloseTo((2 * erlangC(8, 7.2)) / 0.8 ** 2, 6);
    expect(wide.waiting).toBeCloseTo(7.2 * wide.wait, 8);
  });

  it('AN1 shares a processor insensitively', () => expect(psTime(3, 0.75)).toBeCloseTo(12, 12));

  it('AN2 priorities: Cobham, preemptive-resume, and what no order of work can change', () => {
    const classes = [
      { lambda: 0.3, meanS: 1, cv2: 1 },
      { lambda: 0.5, meanS: 1, cv2: 1 },
    ];
    const [first = 0, second = 0] = cobhamWaits(classes);
    expect(first).toBeCloseTo(1.142857, 6);
    expect(second).toBeCloseTo(5.714286, 6);
    const [one = 0, two = 0] = preemptiveTimes(classes);
    expect(one).toBeCloseTo(1.428571, 6);
    expect(two).toBeCloseTo(7.142857, 6);
    expect(0.3 * first + 0.5 * second).toBeCloseTo(0.8 * mmcWait(0.8, 1, 1), 10);
  });

  it.each([
    [0.9, 1, 10],
    [0.9, 2, 2.614057],
    [0.9, 3, 2.027856],
    [0.95, 1, 20],
    [0.95, 2, 3.383046],
    [0.95, 3, 2.535133],
    [0.99, 1, 100],
    [0.99, 2, 5.431997],
    [0.99, 3, 3.857847],
    [0.5, 1, 2],
    [0.5, 2, 1.265686],
    [0.5, 3, 1.125244],
  ])('AN1 the best of d: ρ = %f, d = %i', (rho, d, time) =>
    expect(supermarketTime(rho, d)).toBeCloseTo(time, 6),
  );
});

describe('networks', () => {
  it('AN3 closed: one station with as many clients is a machine repairman', () => {
    // Birth–death: N clients that think 1/0.1, one server of rate 1.
    const clients = 12;
    let [sum, weight, busy] = [1, 1, 0];
    for (let n = 1; n <= clients; n++) {
      weight *= (clients - n + 1) * 0.1;
      sum += weight;
      busy += weight;
    }
    expect(closedNetwork([{ demandS: 1, servers: 1 }], clients, 10).throughputs.at(-1)).toBeCloseTo(
      busy / sum,
      10,
    );
  });

  it('AN3 closed: three servers, exactly', () => {
    const clients = 9;
    let [sum, weight, through] = [1, 1, 0];
    for (let n = 1; n <= clients; n++) {
      weight *= ((clients - n + 1) * 0.5) / Math.min(n, 3);
      sum += weight;
      through += weight * Math.min(n, 3);
    }
    const closed = closedNetwork([{ demandS: 1, servers: 3 }], clients, 2);
    expect(closed.throughputs.at(-1)).toBeCloseTo(through / sum, 9);
    expect(closed.throughputs.at(-1)! * (2 + closed.times[0]!)).toBeCloseTo(clients, 10);
  });

  it.each([1, 3, 10, 40])('AN3 closed: %i clients stay below the asymptotes', (clients) => {
    const stations = [
      { demandS: 0.3, servers: 1 },
      { demandS: 0.5, servers: 2 },
      { demandS: 90, servers: 200 },
    ];
    const got = closedNetwork(stations, clients, 4).throughputs.at(-1)!;
    expect(got).toBeLessThanOrEqual(closedBounds(stations, clients, 4) + 1e-9);
    expect(got).toBeGreaterThan(0.8 * Math.min(clients / 94.8, 2.2));
  });

  it('AN3 fork and join: exact for two, Nelson–Tantawi for ten', () => {
    expect(forkJoinTime(0.8, 1, 2)).toBeCloseTo(7, 10);
    expect(forkJoinTime(0.8, 1, 10)).toBeCloseTo(11.728586, 6);
    expect(forkJoinTime(0.8, 1, 1)).toBeCloseTo(5, 10);
  });

  it('AN3 held servers without calls are an M/M/c', () => {
    const held = heldStation(7.2, [1, 2, 3, 4, 5, 6, 7, 8]);
    expect(held?.waiting).toBeCloseTo(7.2 * mmcWait(7.2, 1, 8), 10);
    expect(held?.kept).toBeCloseTo(7.2, 10);
    expect(heldStation(8, [4, 8])).toBeNull();
  });

  it('AN3 a backlog grows by what is too much and drains by what is left', () => {
    expect(backlogGrowth(4600, 3400)).toBe(1200);
    expect(backlogGrowth(1, 2)).toBe(0);
    expect(drainS(80, 100, 10)).toBeCloseTo(40, 10);
    expect(drainS(100, 100, 10)).toBeNull();
  });
});

describe('caches', () => {
  const keys = zipfKeys(10_000, 0.8);
  it.each([
    [100, 0.156625, 110.8],
    [500, 0.331186, 653.4],
    [1000, 0.43666, 1472.5],
    [2500, 0.616432, 4742.9],
    [5000, 0.791631, 13660.1],
  ])('AN4 Che: %i of 10,000 keys', (capacity, hit, time) => {
    expect(Math.abs(lruHitRatio(keys, capacity) - hit)).toBeLessThan(1e-5);
    expect(Math.abs(cheTime(keys, capacity) / time - 1)).toBeLessThan(5e-4);
  });

  it('AN4 everything fits, nothing fits, and what expires', () => {
    expect(lruHitRatio(keys, 10_000)).toBe(1);
    expect(lruHitRatio(keys, 0)).toBe(0);
    const even = zipfKeys(100, 0);
    expect(ttlHitRatio(even, 50, 4, true)).toBeCloseTo(1 - Math.exp(-2), 10);
    expect(ttlHitRatio(even, 50, 4, false)).toBeCloseTo(2 / 3, 10);
    expect(lruTtlHitRatio(even, 100, 50, 4)).toBeCloseTo(2 / 3, 10);
    expect(fifoHitRatio(even, 25)).toBeCloseTo(0.25, 6);
    expect(fifoHitRatio(keys, 1000)).toBeLessThan(lruHitRatio(keys, 1000));
  });

  it('AN4 a hundred million keys are no more work than ten thousand', () =>
    expect(zipfKeys(1e8, 1).length).toBeLessThan(3000));
});

describe('reliability', () => {
  it.each([
    ['five in series', inSeries([0.999, 0.999, 0.999, 0.999, 0.999]), 0.99500999],
    ['two in parallel', inParallel([0.99, 0.99]), 0.9999],
    ['two of three', kOfN(2, 3, 0.99), 0.999702],
    ['one of two', kOfN(1, 2, 0.99), 0.9999],
    ['two of three, one by one', atLeast(2, [0.99, 0.99, 0.99]), 0.999702],
    ['no shared cause', withSharedCause(0.99, 2, 1, 0), 0.9999],
    ['all causes shared', withSharedCause(0.99, 2, 1, 1), 0.99],
    ['mtbf and mttr', available(999, 1), 0.999],
    ['attempts at p = .5, R = 3', meanAttempts(0.5, 3), 1.875],
    ['attempts where all fails', meanAttempts(1, 3), 4],
    ['three layers of three', amplification(3, 3), 27],
    ['a slow one in a hundred', anyOf(0.01, 100), 0.633968],
  ])('AN5 %s', (_, got, expected) => expect(got).toBeCloseTo(expected, 6));

  it.each([
    [0.999, 43.8],
    [0.9995, 21.9],
    [0.9999, 4.38],
  ])('AN5 %f is down %f minutes a month', (a, minutes) =>
    expect(downMinutesPerMonth(a)).toBeCloseTo(minutes, 6),
  );
});

describe('spreads', () => {
  it('AN6 an exponential stays exactly one', () => {
    expect(quantile(gamma(10, 1), 0.5)).toBeCloseTo(6.931472, 5);
    expect(quantile(gamma(10, 1), 0.99)).toBeCloseTo(46.051702, 5);
    expect(quantile(plus(certain(3), gamma(10, 1)), 0.99)).toBeCloseTo(49.051702, 5);
  });

  it.each([
    [2, 0.5, 1.67834699],
    [2, 0.99, 6.63835207],
    [4, 0.99, 10.04511847],
  ])('AN6 the sum of %i exponentials at %f', (count, p, time) =>
    expect(quantile(times(gamma(1, 1), count), p)).toBeCloseTo(time, 4),
  );

  it('AN6 means and variances add and mix', () => {
    const mixed = oneOf([
      { share: 0.9, spread: certain(1) },
      { share: 0.1, spread: gamma(50, 1) },
    ]);
    expect(meanOf(mixed)).toBeCloseTo(5.9, 10);
    expect(varianceOf(mixed)).toBeCloseTo(0.9 + 0.1 * 5000 - 5.9 ** 2, 8);
    expect(quantile(mixed, 0.5)).toBeCloseTo(1, 6);
    expect(quantile(mixed, 0.99)).toBeCloseTo(50 * Math.log(10), 5);
    expect(varianceOf(times(gamma(2, 1), 2.5))).toBeCloseTo(10, 8);
  });

  it('AN6 the slowest of a hundred, and where each must be for it', () => {
    expect(harmonic(100)).toBeCloseTo(5.187378, 6);
    expect(meanOf(slowest([{ spread: gamma(1, 1), count: 100 }]))).toBeCloseTo(harmonic(100), 2);
    expect(leafQuantile(0.99, 100)).toBeCloseTo(0.9998995, 7);
    expect(meanOf(kthOf(1, [gamma(1, 1), gamma(1, 1)]))).toBeCloseTo(0.5, 3);
    expect(meanOf(kthOf(2, [gamma(1, 1), gamma(1, 1)]))).toBeCloseTo(1.5, 3);
  });

  it('AN6 the faster of two tries', () => {
    // Exponential: after the hedge both run, so that the rest is halved: 1 − e^−1 / 2.
    expect(meanOf(hedged(gamma(1, 1), 1))).toBeCloseTo(1 - Math.exp(-1) / 2, 3);
    expect(within(hedged(certain(2), 1), 2)).toBe(1);
  });
});
