/**
 * One component under its load: who waits how long, what is refused, what is too much.
 *
 *     arrivals ─▶ rate limit ─▶ a lane (replica, partition, primary) ─▶ one of its servers
 *
 * A lane that gets more than it can do and may queue without limit has no waiting time: its classes are not `stable`.
 */
import type { Balance, Discipline, Node, RateLimit, Service } from '../model.ts';
import { zipfKeys } from './caches.ts';
import type { ClassLoad, ClassStation, StationLoad } from './load.ts';
import { certain, gamma, NOTHING, oneOf, plus } from './spread.ts';
import type { Spread } from './spread.ts';
import { togetherOf } from './together.ts';
import { erlangC, ggcWait, mmcPlaces, mmcSojournQuantile, psTime, supermarketTime } from './stations.ts';

export type Feed = {
  readonly arrivalCv2: number;
  /** Targets of the one balancer in front: they are picked from like replicas. */
  readonly siblings:
    | { readonly count: number; readonly balance: Balance; readonly choices: number }
    | undefined;
  /** One queue for all replicas, as consumers of a queue have. */
  readonly pooled: boolean;
  readonly stream: { readonly partitions: number; readonly skew: number } | undefined;
};

type Lane = {
  readonly servers: number;
  readonly discipline: Discipline;
  readonly places: number;
  readonly alike: number;
  readonly balance: Balance;
  readonly choices: number;
  readonly arrivalCv2: number;
};

export const serviceSpread = ({ shape, meanS, cv2 }: Service): Spread => {
  switch (shape) {
    case 'none':
      return NOTHING;
    case 'constant':
      return certain(meanS);
    case 'exponential':
    case 'erlang':
    case 'lognormal':
    case 'hyperexponential':
      return gamma(meanS, cv2);
  }
};

/** How many there are, with a database's copies and as many as an autoscaler would start for this load. */
export const replicasOf = (node: Node, lambda: number): number => {
  if (node.database) return node.replicas + node.database.readReplicas;
  if (!node.autoscale) return node.replicas;
  const { min, max, target } = node.autoscale;
  const wanted =
    node.servers === Infinity
      ? min
      : Math.ceil((lambda * node.service.meanS) / (node.servers * target) - 1e-9);
  return Math.max(min, Math.min(max, wanted));
};

export const stationOf = (node: Node, loads: readonly ClassLoad[], feed: Feed): StationLoad => {
  const admitted = node.rateLimit ? admittedBy(node.rateLimit, loads) : 1;
  const inside = loads.map((load) => ({ ...load, lambda: load.lambda * admitted }));
  const station = node.database ? databaseOf(node, inside, feed) : plainOf(node, inside, feed);
  if (admitted === 1) return station;
  return {
    ...station,
    classes: station.classes.map((one) => ({
      ...one,
      refused: 1 - admitted * (1 - one.refused),
      served: admitted * one.served,
    })),
    notes: [
      ...station.notes,
      `${node.id}: its rate limit refuses exactly what is above the mean rate it lets through.`,
    ],
  };
};

/** Of requests: above its bucket's rate nothing is let in, of all together or of each account. */
const admittedBy = ({ rps, accounts, costs }: RateLimit, loads: readonly ClassLoad[]): number => {
  const cost = loads.reduce((sum, { lambda }, of) => sum + lambda * (costs?.[of] ?? 1), 0);
  if (cost <= 0) return 1;
  if (!accounts) return Math.min(1, rps / cost);
  return zipfKeys(accounts.count, accounts.skew).reduce(
    (sum, { count, p }) => sum + count * Math.min(p, rps / cost),
    0,
  );
};

const plainOf = (node: Node, loads: readonly ClassLoad[], feed: Feed): StationLoad => {
  const total = loads.reduce((sum, { lambda }) => sum + lambda, 0);
  const replicas = replicasOf(node, total);
  const { service } = node;
  if (node.work) return togetherOf(node, loads, replicas);
  if (node.servers === Infinity || service.meanS <= 0) return unlimited(loads, () => service);
  const notes: string[] = [];
  if (node.autoscale) notes.push(`${node.id}: as many replicas as its autoscaler would settle on.`);
  if (service.shape === 'lognormal' || service.shape === 'hyperexponential')
    notes.push(
      `${node.id}: its ${service.shape} service is taken as a gamma distribution of the same mean and variance.`,
    );
  const lane = {
    servers: node.servers,
    discipline: node.discipline,
    places: node.queueLimit,
    alike: replicas * (feed.siblings?.count ?? 1),
    balance: replicas > 1 ? node.balance : (feed.siblings?.balance ?? node.balance),
    choices: replicas > 1 ? node.choices : (feed.siblings?.choices ?? node.choices),
    arrivalCv2: feed.arrivalCv2,
  } satisfies Lane;
  if (feed.stream) {
    const lanes = partitionShares(feed.stream, replicas * node.servers);
    notes.push(`${node.id}: each partition's consumer is a queue of its own.`);
    return joined(
      loads,
      lanes.map((share) => ({
        share,
        station: laneOf(node.id, service, scaledLoads(loads, share), {
          ...lane,
          servers: 1,
          alike: 1,
          arrivalCv2: 1 + (feed.arrivalCv2 - 1) * share,
        }),
      })),
      notes,
    );
  }
  if (feed.pooled)
    return joined(
      loads,
      [
        {
          share: 1,
          station: laneOf(node.id, service, loads, { ...lane, servers: replicas * node.servers, alike: 1 }),
        },
      ],
      notes,
    );
  const one = laneOf(node.id, service, scaledLoads(loads, 1 / replicas), lane);
  return { ...one, capacity: one.capacity * replicas, notes: [...notes, ...one.notes] };
};

const scaledLoads = (loads: readonly ClassLoad[], share: number): readonly ClassLoad[] =>
  loads.map((load) => ({ ...load, lambda: load.lambda * share }));

/** Shares of the consumers: partition after partition is given to the consumer whose turn it is. */
const partitionShares = (
  { partitions, skew }: { readonly partitions: number; readonly skew: number },
  consumers: number,
): readonly number[] => {
  const lanes = Math.max(1, Math.min(partitions, consumers));
  const shares = Array.from({ length: lanes }, () => 0);
  let sum = 0;
  for (let rank = 1; rank <= partitions; rank++) {
    const weight = rank ** -skew;
    sum += weight;
    shares[(rank - 1) % lanes] = (shares[(rank - 1) % lanes] ?? 0) + weight;
  }
  return shares.map((share) => share / sum);
};

/** Lanes side by side that each get their share. */
const joined = (
  loads: readonly ClassLoad[],
  lanes: readonly { readonly share: number; readonly station: StationLoad }[],
  notes: readonly string[],
): StationLoad => ({
  offered: Math.max(...lanes.map(({ station }) => station.offered ?? 0)),
  capacity: lanes.reduce((sum, { station }) => sum + station.capacity, 0),
  classes: loads.map((_, k) =>
    mixed(lanes.map(({ share, station }) => ({ share, one: station.classes[k] }))),
  ),
  notes: [...notes, ...new Set(lanes.flatMap(({ station }) => station.notes))],
});

const mixed = (
  lanes: readonly { readonly share: number; readonly one: ClassStation | undefined }[],
): ClassStation => {
  const mean = (of: (one: ClassStation) => number): number =>
    lanes.reduce((sum, { share, one }) => sum + share * (one ? of(one) : 0), 0);
  // What is taken equals what is refused by each, so that only the served have a time.
  return {
    sojourn: oneOf(lanes.map(({ share, one }) => ({ share, spread: one?.sojourn ?? NOTHING }))),
    waitS: mean((one) => one.waitS),
    stable: lanes.every(({ share, one }) => share <= 0 || (one?.stable ?? true)),
    refused: mean((one) => one.refused),
    served: mean((one) => one.served),
  };
};

/** Replicas are primaries side by side, each with its part. Reads go to the copies where there are any, writes to the primaries. */
const databaseOf = (node: Node, loads: readonly ClassLoad[], feed: Feed): StationLoad => {
  const { database, service } = node;
  if (!database) return plainOf(node, loads, feed);
  const { replicas } = node;
  const copies = database.readReplicas;
  if (node.servers === Infinity)
    return unlimited(loads, ({ writeShare }) => blend(service, database.writeService, writeShare));
  const lane = {
    servers: node.servers,
    discipline: node.discipline,
    places: node.queueLimit,
    alike: replicas,
    balance: node.balance,
    choices: node.choices,
    arrivalCv2: feed.arrivalCv2,
  } satisfies Lane;
  const writes = loads.map((load) => ({ ...load, lambda: load.lambda * load.writeShare }));
  const reads = loads.map((load) => ({ ...load, lambda: load.lambda * (1 - load.writeShare) }));
  if (copies === 0) {
    const all = loads.reduce((sum, { lambda }) => sum + lambda, 0);
    const writing = writes.reduce((sum, { lambda }) => sum + lambda, 0);
    const service0 = blend(service, database.writeService, all > 0 ? writing / all : database.writeShare);
    const one = laneOf(node.id, service0, scaledLoads(loads, 1 / replicas), lane);
    return { ...one, capacity: one.capacity * replicas };
  }
  const primary = laneOf(node.id, database.writeService, scaledLoads(writes, 1 / replicas), lane);
  const perCopy = scaledLoads(reads, 1 / copies);
  const copy = laneOf(node.id, service, perCopy, { ...lane, alike: copies });
  return {
    offered: Math.max(primary.offered ?? 0, copy.offered ?? 0),
    capacity: replicas * primary.capacity + copies * copy.capacity,
    classes: loads.map(({ writeShare }, k) =>
      mixed([
        { share: writeShare, one: primary.classes[k] },
        { share: 1 - writeShare, one: copy.classes[k] },
      ]),
    ),
    notes: [...new Set([...primary.notes, ...copy.notes])],
  };
};

/** Two services by their shares, as one with their mean and variance. */
const blend = (a: Service, b: Service, shareOfB: number): Service => {
  if (shareOfB <= 0) return a;
  if (shareOfB >= 1) return b;
  const meanS = (1 - shareOfB) * a.meanS + shareOfB * b.meanS;
  if (meanS <= 0) return a;
  if (a.shape === b.shape && a.meanS === b.meanS && a.cv2 === b.cv2) return a;
  const square = (1 - shareOfB) * a.meanS ** 2 * (1 + a.cv2) + shareOfB * b.meanS ** 2 * (1 + b.cv2);
  return { shape: 'hyperexponential', meanS, cv2: Math.max(0, square / meanS ** 2 - 1) };
};

const unlimited = (loads: readonly ClassLoad[], service: (load: ClassLoad) => Service): StationLoad => ({
  offered: null,
  capacity: Infinity,
  classes: loads.map((load) => ({
    sojourn: serviceSpread(service(load)),
    waitS: 0,
    stable: true,
    refused: 0,
    served: 1,
  })),
  notes: [],
});

const laneOf = (id: string, service: Service, loads: readonly ClassLoad[], lane: Lane): StationLoad => {
  const { servers } = lane;
  const total = loads.reduce((sum, { lambda }) => sum + lambda, 0);
  if (service.meanS <= 0 || total <= 0)
    return {
      ...unlimited(loads, () => service),
      offered: 0,
      capacity: service.meanS > 0 ? servers / service.meanS : Infinity,
    };
  const capacity = servers / service.meanS;
  const busy = servers > 0 ? total / capacity : Infinity;
  const base = { offered: Math.min(busy, 1e12), capacity };
  if (lane.places < Infinity && (lane.places < 10_000 || busy >= 1)) {
    const finite = mmcPlaces(total, 1 / service.meanS, Math.max(1, servers), Math.min(lane.places, 10_000));
    const one = {
      sojourn: plus(waiting(finite.waits, finite.wait, secondCv2(finite)), serviceSpread(service)),
      waitS: finite.wait,
      stable: true,
      refused: finite.refused,
      served: 1 - finite.refused,
    };
    const notes =
      service.cv2 === 1 && lane.arrivalCv2 === 1 && lane.alike === 1 && lane.discipline === 'fifo'
        ? []
        : [
            `${id}: what its full queue refuses is computed for Poisson arrivals, exponential service and first come, first served.`,
          ];
    return { ...base, classes: loads.map(() => one), notes };
  }
  return { ...base, ...openLane(id, service, loads, lane, busy) };
};

const secondCv2 = ({ waits, wait, waitSquared }: ReturnType<typeof mmcPlaces>): number =>
  wait > 0 ? Math.max(0, (waitSquared * waits) / wait ** 2 - 1) : 0;

/** Some do not wait at all; those who do wait a gamma-distributed time. */
const waiting = (share: number, mean: number, cv2: number): Spread =>
  share <= 0 || mean <= 0
    ? NOTHING
    : oneOf([
        { share: 1 - Math.min(1, share), spread: NOTHING },
        { share: Math.min(1, share), spread: gamma(mean / Math.min(1, share), cv2) },
      ]);

const openLane = (
  id: string,
  service: Service,
  loads: readonly ClassLoad[],
  lane: Lane,
  busy: number,
): { readonly classes: readonly ClassStation[]; readonly notes: readonly string[] } => {
  const total = loads.reduce((sum, { lambda }) => sum + lambda, 0);
  const prioritised = lane.discipline === 'priority' || lane.discipline === 'priority-preemptive';
  const notes: string[] = [];
  const share = (upTo: number, withIt: boolean): number =>
    loads.reduce(
      (sum, load) => sum + (load.priority < upTo || (withIt && load.priority === upTo) ? load.lambda : 0),
      0,
    ) *
    (busy / total);
  if (busy < 1) {
    if (lane.arrivalCv2 !== 1)
      notes.push(`${id}: its wait follows from how irregular arrivals are (Allen–Cunneen).`);
    else if (lane.servers > 1 && service.cv2 !== 1 && lane.discipline === 'fifo')
      notes.push(
        `${id}: its wait is the exponential one times the mean of both variabilities (Allen–Cunneen).`,
      );
    if (lane.alike > 1) notes.push(`${id}: ${lane.balance} over ${lane.alike} is approximated.`);
    if (prioritised && lane.servers > 1)
      notes.push(`${id}: priorities over several servers are scaled from one.`);
  }
  const classes = loads.map((load): ClassStation => {
    const before = prioritised ? share(load.priority, false) : 0;
    const upTo = prioritised ? share(load.priority, true) : busy;
    if (upTo >= 1 - 1e-9) {
      const room = Math.max(0, 1 - before);
      const served = upTo > before ? Math.min(1, room / (upTo - before)) : 1;
      return { sojourn: NOTHING, waitS: 0, stable: false, refused: 0, served };
    }
    const { mean, waits } = baseWait(
      service,
      lane,
      lane.discipline === 'priority-preemptive' ? (total * upTo) / busy : total,
      lane.discipline === 'priority-preemptive' ? upTo : Math.min(busy, 1),
    );
    if (lane.discipline === 'processor-sharing') return sharedTime(service, lane, mean, busy);
    if (!prioritised) return fifoTime(service, lane, mean, waits, busy, total);
    const waitS =
      lane.discipline === 'priority'
        ? mean / ((1 - before) * (1 - upTo))
        : mean / ((1 - before) * (1 - upTo)) + (service.meanS * before ** lane.servers) / (1 - before);
    return {
      sojourn: plus(waiting(Math.max(waits, 1e-9), waitS, 1), serviceSpread(service)),
      waitS,
      stable: true,
      refused: 0,
      served: 1,
    };
  });
  return { classes, notes };
};

/**
 * The mean wait of a lane that is picked as it is; with priorities the work found on arrival (W₀), from which Cobham's
 * formulas go on.
 */
const baseWait = (
  service: Service,
  lane: Lane,
  lambda: number,
  busy: number,
): { readonly mean: number; readonly waits: number } => {
  const { servers, alike, balance } = lane;
  const { meanS, cv2 } = service;
  const erlang = (count: number): number => erlangC(count, Math.min(busy, 1) * count);
  if (lane.discipline === 'priority' || lane.discipline === 'priority-preemptive') {
    // Every server busy when one comes, and what the first of them still has to do.
    const waits = busy < 1 ? erlang(servers) : 1;
    return { mean: (waits * meanS * (lane.arrivalCv2 + cv2)) / (2 * servers), waits };
  }
  const shared = lane.discipline === 'processor-sharing' ? 1 : cv2;
  const split = 1 + (lane.arrivalCv2 - 1) / alike;
  if (alike <= 1)
    return { mean: ggcWait(lambda, meanS, servers, lane.arrivalCv2, shared), waits: erlang(servers) };
  switch (balance) {
    case 'random':
    case 'consistent-hash':
    case 'consistent-hash-bounded':
    case 'nearest':
      return { mean: ggcWait(lambda, meanS, servers, split, shared), waits: erlang(servers) };
    case 'round-robin':
      return {
        mean: ggcWait(lambda, meanS, servers, lane.arrivalCv2 / alike, shared),
        waits: erlang(servers),
      };
    case 'least-connections':
      return {
        mean: ggcWait(lambda * alike, meanS, servers * alike, lane.arrivalCv2, shared),
        waits: erlang(servers * alike),
      };
    case 'power-of-two': {
      const gain = busy > 1e-9 ? (supermarketTime(busy, lane.choices) - 1) / (1 / (1 - busy) - 1) : 1;
      return {
        mean: ggcWait(lambda, meanS, servers, split, shared) * gain,
        waits: Math.min(erlang(servers), busy ** Math.min(lane.choices, 50)),
      };
    }
  }
};

/** Of n = 1 server the exact conditional variance of Pollaczek and Khinchine, with a gamma's third moment. */
const waitCv2 = (cv2: number, busy: number): number => {
  const wait = (busy * (1 + cv2)) / (2 * (1 - busy));
  const third = (1 + cv2) * (1 + 2 * cv2);
  return Math.max(0, busy * (2 + (busy * third) / (3 * (1 - busy)) / wait ** 2) - 1);
};

const fifoTime = (
  service: Service,
  lane: Lane,
  waitS: number,
  waits: number,
  busy: number,
  lambda: number,
): ClassStation => {
  const common = { waitS, stable: true, refused: 0, served: 1 };
  const plain =
    service.cv2 === 1 && service.shape === 'exponential' && lane.arrivalCv2 === 1 && lane.alike === 1;
  if (plain && lane.servers === 1) return { ...common, sojourn: gamma(waitS + service.meanS, 1) };
  const sojourn = plus(waiting(waits, waitS, waitCv2(service.cv2, busy)), serviceSpread(service));
  if (!plain) return { ...common, sojourn };
  return {
    ...common,
    sojourn: { ...sojourn, exact: (p) => mmcSojournQuantile(lambda, 1 / service.meanS, lane.servers, p) },
  };
};

/** The mean is insensitive; the variance is that of Coffman, Muntz and Trotter about the share of one's own work. */
const sharedTime = (service: Service, lane: Lane, waitS: number, busy: number): ClassStation => {
  const mean =
    lane.servers === 1 && lane.alike === 1 && lane.arrivalCv2 === 1
      ? psTime(service.meanS, busy)
      : waitS + service.meanS;
  const crowding = (2 * busy ** lane.servers) / (2 - busy);
  return {
    sojourn: gamma(mean, service.cv2 + crowding),
    waitS: mean - service.meanS,
    stable: true,
    refused: 0,
    served: 1,
  };
};
