/**
 * One station under a steady load, in closed form. Times are in whatever unit `mu` is a rate of.
 *
 *     λ ─▶ [ waiting ] ─▶ c servers, µ each        a = λ/µ offered,  ρ = a/c
 *
 * Formulas that need ρ < 1 say nothing useful beyond it: their callers ask about overload first.
 */

/** The share that finds all `servers` busy where nobody waits. */
export const erlangB = (servers: number, offered: number): number => {
  let blocked = 1;
  for (let k = 1; k <= servers; k++) blocked = (offered * blocked) / (k + offered * blocked);
  return blocked;
};

/** The share that has to wait. */
export const erlangC = (servers: number, offered: number): number => {
  const blocked = erlangB(servers, offered);
  return blocked / (1 - (offered / servers) * (1 - blocked));
};

/** Mean wait for a server, over all who come. */
export const mmcWait = (lambda: number, mu: number, servers: number): number =>
  erlangC(servers, lambda / mu) / (servers * mu - lambda);

/** P(wait > t). */
export const mmcWaitTail = (lambda: number, mu: number, servers: number, t: number): number =>
  erlangC(servers, lambda / mu) * Math.exp(-(servers * mu - lambda) * t);

export const mmcWaitQuantile = (lambda: number, mu: number, servers: number, p: number): number => {
  const waits = erlangC(servers, lambda / mu);
  return waits <= 1 - p ? 0 : Math.log(waits / (1 - p)) / (servers * mu - lambda);
};

/** P(wait + service > t): those who wait have a hypoexponential, the others their service alone. */
export const mmcSojournTail = (lambda: number, mu: number, servers: number, t: number): number => {
  const waits = erlangC(servers, lambda / mu);
  const drain = servers * mu - lambda;
  const service = Math.exp(-mu * t);
  const both =
    Math.abs(drain - mu) < 1e-9 * mu
      ? (1 + mu * t) * service
      : (drain * service - mu * Math.exp(-drain * t)) / (drain - mu);
  return (1 - waits) * service + waits * both;
};

/** By bisection: the tail falls steadily. */
export const mmcSojournQuantile = (lambda: number, mu: number, servers: number, p: number): number => {
  let low = 0;
  let high = 1 / mu;
  while (mmcSojournTail(lambda, mu, servers, high) > 1 - p) high *= 2;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (mmcSojournTail(lambda, mu, servers, middle) > 1 - p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Pollaczek–Khinchine: Poisson arrivals, any service of mean `meanS`. */
export const mg1Wait = (lambda: number, meanS: number, cv2: number): number => {
  const busy = lambda * meanS;
  return ((busy * (1 + cv2)) / (2 * (1 - busy))) * meanS;
};

/** Allen–Cunneen: the exponential station's wait, times the mean of both variabilities. Exact for M/G/1 and M/M/c. */
export const ggcWait = (
  lambda: number,
  meanS: number,
  servers: number,
  arrivalCv2: number,
  serviceCv2: number,
): number => (mmcWait(lambda, 1 / meanS, servers) * (arrivalCv2 + serviceCv2)) / 2;

/** Processor sharing: what work of size `x` takes, whatever the distribution of the others. */
export const psTime = (x: number, utilisation: number): number => x / (1 - utilisation);

export type Finite = {
  readonly refused: number;
  /** Mean number waiting. */
  readonly waiting: number;
  /** Of the admitted: the share that waits, and the first two moments of waiting over all of them. */
  readonly waits: number;
  readonly wait: number;
  readonly waitSquared: number;
};

/** M/M/c with `places` to wait in. */
export const mmcPlaces = (lambda: number, mu: number, servers: number, places: number): Finite => {
  const ratio = lambda / (servers * mu);
  // Weights relative to the state in which all servers are busy and nobody waits; scaled down on the way where ρ > 1.
  let sum = 1 / erlangB(servers, lambda / mu);
  let last = 1;
  let [waiting, waits, first, second] = [0, 0, 0, 0];
  for (let j = 0; j < places; j++) {
    waits += last;
    first += (j + 1) * last;
    second += (j + 1) * (j + 2) * last;
    last *= ratio;
    waiting += (j + 1) * last;
    sum += last;
    if (last > 1e100) {
      sum /= last;
      waiting /= last;
      waits /= last;
      first /= last;
      second /= last;
      last = 1;
    }
  }
  const admitted = sum - last;
  const drain = servers * mu;
  const share = (value: number): number => (admitted > 0 ? value / admitted : 0);
  return {
    refused: last / sum,
    waiting: waiting / sum,
    waits: share(waits),
    wait: share(first) / drain,
    waitSquared: share(second) / drain ** 2,
  };
};

/** One class of a station with priorities; the first of a list goes first. */
export type PriorityClass = { readonly lambda: number; readonly meanS: number; readonly cv2: number };

const below = (classes: readonly PriorityClass[], count: number): number =>
  classes.slice(0, count).reduce((sum, { lambda, meanS }) => sum + lambda * meanS, 0);

const residual = (classes: readonly PriorityClass[]): number =>
  classes.reduce((sum, { lambda, meanS, cv2 }) => sum + (lambda * meanS ** 2 * (1 + cv2)) / 2, 0);

/** Cobham: mean waits by class where service is never interrupted. One server. */
export const cobhamWaits = (classes: readonly PriorityClass[]): readonly number[] =>
  classes.map((_, k) => residual(classes) / ((1 - below(classes, k)) * (1 - below(classes, k + 1))));

/** Mean times in the station by class where a higher class interrupts and the interrupted one resumes. One server. */
export const preemptiveTimes = (classes: readonly PriorityClass[]): readonly number[] =>
  classes.map(
    ({ meanS }, k) =>
      meanS / (1 - below(classes, k)) +
      residual(classes.slice(0, k + 1)) / ((1 - below(classes, k)) * (1 - below(classes, k + 1))),
  );

/** Of n → ∞ single servers the best of `choices` is taken: mean time in the station, in services. */
export const supermarketTime = (utilisation: number, choices: number): number => {
  if (choices <= 1) return 1 / (1 - utilisation);
  let time = 0;
  let exponent = 0;
  for (let i = 1; i <= 10_000; i++) {
    const term = utilisation ** exponent;
    time += term;
    if (term < 1e-15) break;
    exponent = exponent * choices + choices;
  }
  return time;
};
