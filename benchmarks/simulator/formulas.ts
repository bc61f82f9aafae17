/**
 * Closed forms of queueing theory, written from the textbooks and apart from the analytic layer of the simulator, so
 * that the two can disagree. Time is in mean services, rates per mean service, unless a parameter says otherwise.
 */

/** Of customers who find all `servers` taken and no place to wait. */
export const erlangB = (servers: number, offered: number): number => {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked;
};

/** Of customers who have to wait, where they may. */
export const erlangC = (servers: number, offered: number): number => {
  const blocked = erlangB(servers, offered);
  return blocked / (1 - (offered / servers) * (1 - blocked));
};

/** Mean wait of M/M/c. */
export const waitMMc = (servers: number, arrivals: number, mu = 1): number =>
  erlangC(servers, arrivals / mu) / (servers * mu - arrivals);

/** The wait of M/M/c that a share `above` exceeds. */
export const waitQuantileMMc = (servers: number, arrivals: number, above: number, mu = 1): number =>
  Math.log(erlangC(servers, arrivals / mu) / above) / (servers * mu - arrivals);

/** Pollaczek-Khinchine. */
export const waitMG1 = (rho: number, cv2: number): number => (rho * (1 + cv2)) / (2 * (1 - rho));

/** D/M/1: σ = exp(−(1−σ)/ρ) is the share of arrivals that wait, and the wait is σ/(1−σ). */
export const waitDM1 = (rho: number): number => {
  let sigma = 0.5;
  for (let k = 0; k < 10_000; k++) sigma = Math.exp(-(1 - sigma) / rho);
  return sigma / (1 - sigma);
};

/** Exact mean value analysis of single-server stations with these demands. */
export const closedLoop = (
  clients: number,
  think: number,
  demands: readonly number[],
): { readonly throughput: number; readonly response: number } => {
  let queues = demands.map(() => 0);
  let throughput = 0;
  let response = 0;
  for (let n = 1; n <= clients; n++) {
    const times = demands.map((demand, index) => demand * (1 + queues[index]!));
    response = times.reduce((sum, time) => sum + time, 0);
    throughput = n / (think + response);
    queues = times.map((time) => throughput * time);
  }
  return { throughput, response };
};

/** 1 + 1/2 + … + 1/n: the mean of the longest of n exponentials. */
export const harmonic = (n: number): number => {
  let sum = 0;
  for (let k = 1; k <= n; k++) sum += 1 / k;
  return sum;
};

/** Mean time at the best of `choices` queues, among infinitely many (Mitzenmacher 2001). */
export const supermarket = (rho: number, choices: number): number => {
  if (choices === 1) return 1 / (1 - rho);
  let sum = 0;
  for (let i = 1; i <= 60; i++) sum += rho ** ((choices ** i - choices) / (choices - 1));
  return sum;
};

const shares = (items: number, skew: number): readonly number[] => {
  const weights = Array.from({ length: items }, (_, index) => (index + 1) ** -skew);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/** Hits of a cache that is large enough and forgets what it stored after `ttl`, whether asked for meanwhile or not. */
export const ttlHits = (items: number, skew: number, rps: number, ttlS: number): number =>
  shares(items, skew).reduce(
    (sum, share) => sum + (share * share * rps * ttlS) / (1 + share * rps * ttlS),
    0,
  );

/** Where a falling function of time is `target`. */
export const solveFalling = (
  above: (t: number) => number,
  target: number,
  low: number,
  high: number,
): number => {
  let [from, to] = [low, high];
  for (let k = 0; k < 200; k++) {
    const middle = (from + to) / 2;
    if (above(middle) > target) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
};
