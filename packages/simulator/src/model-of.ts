/** From a design to the model it runs as: settings become numbers, names indices, places distances. */
import type { Component, Connection, Design, Values, Workload } from '@dryrun/design';
import type { Behaviour, Palette } from '@dryrun/domain';
import { parseQuantity } from '@dryrun/quantities';
import { kindOf } from './kinds/kind-of.ts';
import type { Around } from './kinds/sized.ts';
import { hoursOf } from './kinds/works.ts';
import { BALANCES } from './model.ts';
import type { Arrivals, Balance, Cache, Discipline, Edge, Length, Model, Node } from './model.ts';
import { exp, log } from './kernel/arithmetic.ts';
import { number, serviceOf, word } from './settings.ts';
import { waitedFor } from './waited-for.ts';

export const modelOf = (
  design: Design,
  palette: Palette,
  { load = 1 }: { readonly load?: number } = {},
): Model => {
  const places = new Map(design.components.map(({ id }, index) => [id, index]));
  const classes = design.workloads.map((workload) => ({
    name: workload.name,
    from: places.get(workload.from) ?? 0,
    arrivals: arrivalsOf(workload, load),
    priority: number(workload.settings, 'priority') ?? 1,
    writeShare: number(workload.settings, 'writes'),
    tokens: {
      prompt: lengthOf(workload.settings, 'inputTokens', 500),
      answer: lengthOf(workload.settings, 'outputTokens', 200),
    },
  }));
  const classIndex = new Map(classes.map(({ name }, index) => [name, index]));
  const behaviours = new Map(palette.kinds.map((kind) => [kind.id, kind.behaves]));
  const settingsOf = (id: string): Values => design.components[places.get(id) ?? -1]?.settings ?? {};
  const edges = design.connections.map((connection) =>
    edgeOf(
      connection,
      oneWayS(palette, settingsOf(connection.from), settingsOf(connection.to)),
      (id) => places.get(id) ?? 0,
      (name) => classIndex.get(name) ?? 0,
      settingsOf(connection.to),
    ),
  );
  const out: number[][] = design.components.map(() => []);
  edges.forEach((edge, index) => out[edge.from]?.push(index));
  const plain = design.components.map((component, index) =>
    nodeOf(component, behaviours.get(component.kind) ?? 'station', out[index] ?? [], { palette, classes }),
  );
  const streams = new Map(
    edges.filter(({ from }) => plain[from]?.behaves === 'stream').map(({ from, to }) => [to, from]),
  );
  const queues = new Map(
    edges.filter(({ from }) => plain[from]?.behaves === 'queue').map(({ from, to }) => [to, from]),
  );
  const waited = new Set(classes.flatMap((_, of) => [...waitedFor({ classes, edges, nodes: plain }, of)]));
  const nodes = plain.map((node, index) => {
    const stream = streams.get(index);
    const hours = hoursOf(word(design.components[queues.get(index) ?? -1]?.settings ?? {}, 'window'));
    const worked = hours ? { ...node, hours } : node;
    const stored =
      waited.has(index) || design.components[index]?.written['writes'] !== undefined
        ? worked
        : writtenTo(worked);
    return stream === undefined ? stored : consumerOf(stored, design.components[stream]!);
  });
  const faults = design.faults.map((fault) => ({
    ...fault,
    nodes: nodes.flatMap((node, index) =>
      (fault.component !== undefined && node.id === fault.component) ||
      (fault.zone !== undefined && node.zone === fault.zone) ||
      (fault.region !== undefined && node.region === fault.region)
        ? [index]
        : [],
    ),
    classIndex: fault.workload === undefined ? undefined : classIndex.get(fault.workload),
  }));
  return { name: design.name, nodes, edges, classes, faults };
};

const DISCIPLINE: Readonly<Record<string, Discipline>> = {
  fifo: 'fifo',
  'processor-sharing': 'processor-sharing',
  priority: 'priority',
  'priority-preemptive': 'priority-preemptive',
};

const nodeOf = (
  { id, kind, settings, written }: Component,
  behaves: Behaviour,
  out: readonly number[],
  around: Around,
): Node => {
  const own = kindOf(kind, settings, around);
  const service =
    own.service ??
    serviceOf(
      number(settings, 'service.mean'),
      word(settings, 'service.distribution'),
      number(settings, 'service.cv2'),
    );
  const servers =
    own.servers ?? (service.shape === 'none' && !own.work ? Infinity : (number(settings, 'servers') ?? 1));
  const replicas = number(settings, 'replicas') ?? 1;
  const rps = number(settings, 'rateLimit.rps');
  const max = number(settings, 'autoscale.max');
  const price = number(settings, 'price') ?? 0;
  const units =
    (settings['gpusPerReplica'] === undefined
      ? number(settings, 'servers')
      : number(settings, 'gpusPerReplica')) ?? 1;
  const read = number(settings, 'readReplicas') ?? 0;
  return {
    id,
    kind,
    behaves,
    replicas,
    servers,
    service,
    discipline: own.discipline ?? DISCIPLINE[word(settings, 'discipline') ?? 'fifo'] ?? 'fifo',
    queueLimit: number(settings, 'queueLimit') ?? Infinity,
    holds: settings['holds'] === true,
    order: settings['order'] === 'parallel' || behaves === 'fan-out' ? 'parallel' : 'sequence',
    waitFor: number(settings, 'waitFor') ?? Infinity,
    balance: balanceOf(word(settings, 'policy') ?? word(settings, 'balance')),
    choices: number(settings, 'choices') ?? 2,
    keys: {
      count: number(settings, 'keys') ?? 100_000,
      skew: number(settings, 'keySkew') ?? 0.8,
      bound: number(settings, 'bound') ?? 1.25,
    },
    errorRate: own.errorRate ?? number(settings, 'errorRate') ?? 0,
    rateLimit:
      own.rateLimit ??
      (rps === undefined
        ? undefined
        : { rps, burst: number(settings, 'rateLimit.burst') ?? Math.max(1, rps) }),
    autoscale:
      max === undefined
        ? undefined
        : {
            min: number(settings, 'autoscale.min') ?? 1,
            max,
            target: number(settings, 'autoscale.target') ?? 0.6,
            intervalS: number(settings, 'autoscale.interval') ?? 30,
            startUpS: number(settings, 'startUp') ?? number(settings, 'autoscale.startUp') ?? 60,
          },
    cache: behaves === 'cache' ? cacheOf(settings) : undefined,
    database:
      behaves === 'database'
        ? {
            writeShare: number(settings, 'writes') ?? 0,
            writeService: serviceOf(
              number(settings, 'write.mean') ?? number(settings, 'service.mean'),
              word(settings, 'service.distribution'),
              number(settings, 'service.cv2'),
            ),
            readReplicas: read,
            replicationLagS: number(settings, 'replicationLag') ?? 0,
          }
        : undefined,
    stream: undefined,
    work: own.work,
    hours: own.hours,
    ready: own.ready,
    window: own.window,
    stops: own.stops ?? 0,
    facts: own.facts ?? {},
    notes: [...(own.notes ?? []), ...notRun(kind, written, around.palette)],
    zone: word(settings, 'zone'),
    region: word(settings, 'region'),
    healthS: number(settings, 'healthInterval') ?? 10,
    mtbfS: number(settings, 'mtbf'),
    mttrS: number(settings, 'mttr'),
    needs: number(settings, 'needs') ?? 1,
    pricePerS: price * units + (number(settings, 'pricePerReplica') ?? 0) + (own.keepingPerS ?? 0),
    pricePerRequest: own.pricePerRequest ?? number(settings, 'pricePerRequest') ?? 0,
    out,
  };
};

/** What is drawn for readers: a run does not pretend to have used it. */
const notRun = (kind: string, written: Values, { kinds, groups }: Palette): readonly string[] => {
  const of = kinds.find(({ id }) => id === kind);
  if (!of) return [];
  const unused = Object.keys(written).filter((name) =>
    [of.settings, ...of.groups.map((group) => groups[group] ?? {})].some((each) => each[name]?.run === false),
  );
  return unused.length === 0
    ? []
    : [
        `${unused.join(', ')} ${unused.length === 1 ? 'tells' : 'tell'} readers something; a run does not use ${unused.length === 1 ? 'it' : 'them'}.`,
      ];
};

/** A policy the simulator has no behaviour for spreads by load, as those do that score replicas. */
const balanceOf = (written: string | undefined): Balance =>
  written === undefined
    ? 'round-robin'
    : (BALANCES.find((known) => known === written) ?? 'least-connections');

const cacheOf = (settings: Values): Cache => {
  const items = number(settings, 'items') ?? 1_000_000;
  const memory = number(settings, 'memory');
  const itemSize = number(settings, 'itemSize');
  const fits =
    memory !== undefined && itemSize !== undefined && itemSize > 0
      ? Math.floor(memory / itemSize)
      : undefined;
  return {
    items,
    capacity: number(settings, 'capacity') ?? fits ?? Math.ceil(items / 10),
    skew: number(settings, 'skew') ?? 0.8,
    ttlS: number(settings, 'ttl'),
    cold: settings['cold'] === true,
    hitRatio: number(settings, 'hitRatio'),
  };
};

/** A store that nobody waits for is where things are put: what comes there is written. */
const writtenTo = (node: Node): Node =>
  node.database ? { ...node, database: { ...node.database, writeShare: 1 } } : node;

/**
 * In order within a partition: as many single servers as there are partitions, or consumers where they are fewer. Nobody draws a
 * log to have it read by one: where partitions are not said, there are as many as its consumers can take.
 */
const consumerOf = (node: Node, { name, settings }: Component): Node => {
  const consumers = node.replicas * (node.servers === Infinity ? 1 : node.servers);
  const skew = number(settings, 'partitionSkew') ?? 0;
  const said = number(settings, 'partitions');
  if (said === undefined && skew === 0) return node;
  const partitions = said ?? consumers;
  const lanes = Math.max(1, Math.min(partitions, consumers));
  const idle = `the ${partitions} partitions of “${name}” keep no more than ${partitions} of its ${consumers} at work.`;
  return {
    ...node,
    replicas: lanes,
    servers: node.servers === Infinity ? Infinity : 1,
    balance: 'consistent-hash',
    stream: { partitions, skew },
    notes: partitions < consumers ? [...node.notes, idle] : node.notes,
    pricePerS: (node.pricePerS * node.replicas) / lanes,
  };
};

const edgeOf = (
  { id, from, to, mode, workloads, settings }: Connection,
  awayS: number,
  place: (id: string) => number,
  classOf: (name: string) => number,
  called: Values,
): Edge => {
  const onMiss = word(settings, 'onMiss');
  const errorShare = number(settings, 'breaker.errorShare');
  return {
    id,
    from: place(from),
    to: place(to),
    sync: mode === 'sync',
    calls: number(settings, 'calls') ?? 1,
    fanout: number(settings, 'fanout') ?? 1,
    waitFor: number(settings, 'waitFor') ?? Infinity,
    probability: number(settings, 'probability') ?? 1,
    classes: workloads?.map(classOf),
    onMissOf: onMiss === undefined ? undefined : place(onMiss),
    failsOpen: (word(settings, 'onFailure') ?? onFailureOf(called)) === 'open',
    timeoutS: number(settings, 'timeout') ?? Infinity,
    retries: number(settings, 'retries') ?? 0,
    backoff: { baseS: number(settings, 'backoff.base') ?? 0.1, maxS: number(settings, 'backoff.max') ?? 10 },
    retryBudget: number(settings, 'retryBudget') ?? Infinity,
    hedgeAfterS: number(settings, 'hedgeAfter') ?? Infinity,
    breaker:
      errorShare === undefined
        ? undefined
        : {
            errorShare,
            windowS: number(settings, 'breaker.window') ?? 10,
            least: number(settings, 'breaker.least') ?? 20,
            cooldownS: number(settings, 'breaker.cooldown') ?? 5,
          },
    latencyS: number(settings, 'latency') ?? awayS,
  };
};

/** Of a guard-rail that lets through what it cannot judge, prompts and answers alike. */
const onFailureOf = (called: Values): string | undefined => {
  const said = [word(called, 'onFailure.prompt'), word(called, 'onFailure.answer')];
  return said.some((one) => one === 'open') && !said.includes('closed') ? 'open' : 'closed';
};

/** Half the round trip between two places; nothing where one of them has none. */
const oneWayS = ({ distances }: Palette, a: Values, b: Values): number => {
  const [here, there] = [a['region'], b['region']];
  if (here === undefined || there === undefined) return 0;
  if (here !== there) {
    const known = distances.regions.find(
      ({ between }) => between.includes(String(here)) && between.includes(String(there)),
    );
    return seconds((known ?? distances.otherRegion).roundTrip) / 2;
  }
  const [zoneA, zoneB] = [a['zone'], b['zone']];
  if (zoneA === undefined || zoneB === undefined) return 0;
  return seconds((zoneA === zoneB ? distances.sameZone : distances.otherZone).roundTrip) / 2;
};

const seconds = (written: string): number => {
  const read = parseQuantity(written);
  return typeof read === 'string' ? 0 : read.value;
};

/** Of a lognormal distribution, by its mean and the length of nineteen in twenty; where nothing is said, an assumption. */
const lengthOf = (settings: Values, name: string, assumed: number): Length => {
  const mean = number(settings, `${name}.mean`) ?? assumed;
  const most = number(settings, `${name}.limit`) ?? Infinity;
  const p95 = number(settings, `${name}.p95`);
  if (p95 === undefined || p95 <= mean) return { mean, cv2: p95 === undefined ? 1 : 0, most };
  // ln(p95 / mean) = 1.645 σ − σ² / 2, and the smaller σ of the two; beyond what a lognormal can have, the most it can.
  const root = Z95 * Z95 - 2 * log(p95 / mean);
  const sigma = root > 0 ? Z95 - Math.sqrt(root) : Z95;
  return { mean, cv2: exp(sigma * sigma) - 1, most };
};

const Z95 = 1.6448536269514722;

const arrivalsOf = ({ settings, trace }: Workload, load: number): Arrivals => {
  const rps = (number(settings, 'rps') ?? 0) * load;
  const peak = number(settings, 'peak') ?? 2;
  switch (word(settings, 'arrivals')) {
    case 'closed':
      return {
        process: 'closed',
        clients: Math.max(1, Math.round((number(settings, 'clients') ?? 1) * load)),
        think: serviceOf(number(settings, 'thinkTime') ?? 0, word(settings, 'thinkTimeDistribution'), 1),
      };
    case 'diurnal':
      return { process: 'diurnal', rps, peak, periodS: number(settings, 'period') ?? 86_400 };
    case 'burst':
      return { process: 'burst', rps, peak, burstS: number(settings, 'burst') ?? 10 };
    case 'trace':
      return { process: 'trace', instants: (trace ?? []).map((instant) => instant / load) };
    case 'constant':
      return { process: 'constant', rps };
    default:
      return { process: 'poisson', rps };
  }
};
