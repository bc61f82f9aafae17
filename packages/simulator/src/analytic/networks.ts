/**
 * Several stations at once: closed networks by mean value analysis, forks that join, backlogs as fluids.
 *
 *     N clients ─think─▶ station ─▶ station ─▶ back        X(N) = N / (Z + Σ R_i(N)),  R_i(N) = D_i (1 + Q_i(N−1))
 */

/** `demandS`: seconds of service that one request asks of it, over all its visits. */
export type ClosedStation = { readonly demandS: number; readonly servers: number };

export type Closed = {
  /** X(1), …, X(N). */
  readonly throughputs: readonly number[];
  /** Time in each station for one request at N, over all its visits. */
  readonly times: readonly number[];
  /** Mean number in each station at N. */
  readonly numbers: readonly number[];
};

/** Beyond this many servers Seidmann's station (one fast server and a delay) is as good and never unstable. */
const EXACT_SERVERS_MAX = 64;

/** Exact for exponential or processor-sharing stations of up to 64 servers, with `thinkS` between requests. */
export const closedNetwork = (
  stations: readonly ClosedStation[],
  clients: number,
  thinkS: number,
): Closed => {
  const throughputs: number[] = [];
  let times = stations.map(() => 0);
  const numbers = stations.map(() => 0);
  // P(j in the station) for j below its servers.
  const chances = stations.map(({ servers }) =>
    servers > 1 && servers <= EXACT_SERVERS_MAX ? [1, ...Array.from({ length: servers - 1 }, () => 0)] : [],
  );
  for (let n = 1; n <= clients; n++) {
    times = stations.map(({ demandS, servers }, i) => {
      const number = numbers[i] ?? 0;
      if (servers === Infinity) return demandS;
      if (servers > EXACT_SERVERS_MAX)
        return (
          (demandS * (servers - 1)) / servers +
          (demandS / servers) * (1 + seidmannQueue(number, demandS, servers, throughputs[n - 2] ?? 0))
        );
      const idle = (chances[i] ?? []).reduce((sum, p, j) => sum + Math.max(0, servers - 1 - j) * p, 0);
      return (demandS / servers) * (1 + number + idle);
    });
    const cycle = thinkS + times.reduce((sum, time) => sum + time, 0);
    const throughput = cycle > 0 ? n / cycle : 0;
    throughputs.push(throughput);
    for (const [i, { demandS, servers }] of stations.entries()) {
      numbers[i] = throughput * (times[i] ?? 0);
      const chance = chances[i] ?? [];
      if (chance.length > 0) chances[i] = next(chance, demandS * throughput, servers);
    }
  }
  return { throughputs, times, numbers };
};

const seidmannQueue = (number: number, demandS: number, servers: number, throughput: number): number =>
  Math.max(0, number - (throughput * demandS * (servers - 1)) / servers);

const next = (chance: readonly number[], busy: number, servers: number): number[] => {
  const after = chance.map((_, j) => (j === 0 ? 0 : (busy / j) * (chance[j - 1] ?? 0)));
  const used = after.reduce((sum, p, j) => sum + (servers - j) * p, 0);
  after[0] = Math.max(0, 1 - (busy + used) / servers);
  return after;
};

export type ClosedClass = {
  readonly clients: number;
  readonly thinkS: number;
  readonly demandsS: readonly number[];
};

/** Several classes, or more clients than are worth counting up: Schweitzer's fixed point, a few per cent off. */
export const closedClasses = (
  classes: readonly ClosedClass[],
  servers: readonly number[],
): readonly { readonly throughput: number; readonly times: readonly number[] }[] => {
  const inside = classes.map(({ clients, demandsS }) => demandsS.map(() => clients / (demandsS.length + 1)));
  let result = classes.map(({ demandsS }) => ({ throughput: 0, times: demandsS }));
  for (let step = 0; step < 200; step++) {
    let moved = 0;
    result = classes.map(({ clients, thinkS, demandsS }, k) => {
      const times = demandsS.map((demand, i) => {
        const count = servers[i] ?? Infinity;
        if (count === Infinity) return demand;
        const others = inside.reduce(
          (sum, own, j) => sum + (own[i] ?? 0) * (j === k && clients > 0 ? 1 - 1 / clients : 1),
          0,
        );
        const serving = classes.reduce(
          (sum, each, j) => sum + (result[j]?.throughput ?? 0) * (each.demandsS[i] ?? 0),
          0,
        );
        const queue = Math.max(0, others - (serving * (count - 1)) / count);
        return (demand * (count - 1)) / count + (demand / count) * (1 + queue);
      });
      const cycle = thinkS + times.reduce((sum, time) => sum + time, 0);
      return { throughput: cycle > 0 ? clients / cycle : 0, times };
    });
    for (const [k, { throughput, times }] of result.entries())
      for (const [i, time] of times.entries()) {
        const own = inside[k];
        if (!own) continue;
        const now = 0.5 * (own[i] ?? 0) + 0.5 * throughput * time;
        moved = Math.max(moved, Math.abs(now - (own[i] ?? 0)) / (1 + now));
        own[i] = now;
      }
    if (moved < 1e-9) break;
  }
  return result;
};

/** No more than this gets through: by the busiest station, and by the clients there are. */
export const closedBounds = (stations: readonly ClosedStation[], clients: number, thinkS: number): number => {
  const demand = stations.reduce((sum, { demandS }) => sum + demandS, 0);
  const slowest = Math.max(...stations.map(({ demandS, servers }) => demandS / servers));
  return Math.min(clients / (demand + thinkS), 1 / slowest);
};

/** 1 + 1/2 + … + 1/n: the mean of the largest of n exponentials of mean one. */
export const harmonic = (n: number): number => {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
};

/** One Poisson stream forks to `branches` single servers and joins again: exact for two, Nelson–Tantawi above. */
export const forkJoinTime = (lambda: number, mu: number, branches: number): number => {
  const one = 1 / (mu - lambda);
  if (branches <= 1) return one;
  const rho = lambda / mu;
  const two = ((12 - rho) / 8) * one;
  const growth = harmonic(branches) / 1.5;
  return (growth + (4 / 11) * (1 - growth) * rho) * two;
};

/** How fast a backlog grows where more comes than `capacity`; nothing where it does not. */
export const backlogGrowth = (lambda: number, capacity: number): number => Math.max(0, lambda - capacity);

/** How long after an outage until the backlog is gone; null where it never is. */
export const drainS = (lambda: number, capacity: number, outageS: number): number | null =>
  lambda < capacity ? (lambda * outageS) / (capacity - lambda) : null;

export type Holding = {
  readonly waiting: number;
  /** Mean servers that are kept. */
  readonly kept: number;
  /** The share that finds them all kept. */
  readonly waits: number;
};

/**
 * Servers that are kept while their calls are out: to the queue in front they look like one server whose rate depends on
 * how many are inside, X(1), …, X(c), the closed network's throughputs. A birth–death chain; null where λ ≥ X(c).
 */
export const heldStation = (lambda: number, throughputs: readonly number[]): Holding | null => {
  const most = throughputs.at(-1) ?? 0;
  const ratio = most > 0 ? lambda / most : Infinity;
  if (ratio >= 1) return null;
  let [sum, kept, last] = [1, 0, 1];
  for (const [index, rate] of throughputs.entries()) {
    last *= lambda / rate;
    sum += last;
    kept += (index + 1) * last;
    if (sum > 1e200) [sum, kept, last] = [sum / 1e200, kept / 1e200, last / 1e200];
  }
  const beyond = (last * ratio) / (1 - ratio);
  return {
    waiting: (last * ratio) / (1 - ratio) ** 2 / (sum + beyond),
    kept: (kept + throughputs.length * beyond) / (sum + beyond),
    waits: (last + beyond) / (sum + beyond),
  };
};
