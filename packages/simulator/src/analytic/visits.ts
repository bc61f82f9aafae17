/**
 * A visit and everything it waits for, put together from the inside out.
 *
 *     visit = wait + service + calls         call = there + visit at the target + back, again where it failed
 *
 * Times are of answered visits. A class that meets a saturated component on the way has no time at all.
 */
import type { Edge, Model } from '../model.ts';
import { hedged, kthOf, slowest } from './joins.ts';
import { atLeast, meanAttempts } from './reliability.ts';
import { certain, meanOf, NOTHING, oneOf, plus, scaled, times, within } from './spread.ts';
import type { Spread } from './spread.ts';
import type { ClassStation } from './load.ts';
import { shareOf, takenOf } from './traffic.ts';

export type Visit = {
  /** null: it never comes back. */
  readonly spread: Spread | null;
  readonly failure: number;
};

export type EdgeCondition = {
  /** Calls that are sent for each first one, with retries and hedges. */
  readonly sent: number;
  /** After all retries. */
  readonly failure: number;
};

export type Conditions = {
  readonly hits: readonly number[];
  /** By node. */
  readonly stations: readonly ClassStation[];
  /** How long a holding server is kept, by node; undefined where servers are not held. */
  readonly keptS: readonly (number | undefined)[];
};

export type Visits = {
  readonly visits: readonly (Visit | undefined)[];
  readonly edges: readonly EdgeCondition[];
  readonly notes: readonly string[];
};

/** All visits of one class; only what `reached` says is asked for. */
export const visitsOf = (
  model: Model,
  classIndex: number,
  { hits, stations, keptS }: Conditions,
  reached: (node: number) => boolean,
): Visits => {
  const visits: (Visit | undefined)[] = model.nodes.map(() => undefined);
  const edges: EdgeCondition[] = model.edges.map(() => ({ sent: 1, failure: 0 }));
  const notes = new Set<string>();
  const underWay = new Set<number>();

  const visit = (v: number): Visit => {
    const known = visits[v];
    if (known) return known;
    const node = model.nodes[v];
    const station = stations[v];
    if (!node || !station || underWay.has(v)) {
      if (node) notes.add(`${node.id}: it waits for itself; the second round is left out.`);
      return { spread: NOTHING, failure: 0 };
    }
    underWay.add(v);
    const out = node.out.filter((e) => shareOf(model, e, classIndex) > 0);
    const calls = out
      .map((e) => ({ e, taken: Math.min(1, takenOf(model, e, classIndex, hits)), call: called(e) }))
      .filter(({ e, taken }) => taken > 0 && model.edges[e]?.sync === true);
    const balanced = node.behaves === 'balancer';
    const partial = node.order === 'parallel' && node.waitFor < calls.length && !balanced;
    const goodness = calls.map(({ taken, call }) => 1 - taken * call.failure);
    const good = balanced
      ? 1 - calls.reduce((sum, { taken, call }) => sum + taken * call.failure, 0)
      : partial
        ? atLeast(node.waitFor, goodness)
        : goodness.reduce((product, each) => product * each, 1);
    const failure = 1 - (1 - station.refused) * (1 - node.errorRate) * Math.max(0, good);
    const parts = calls.map(({ taken, call }) => ({ taken, spread: call.spread }));
    if (node.order === 'parallel' && parts.length > 1 && !balanced)
      notes.add(`${node.id}: its parallel calls are taken as independent of each other.`);
    let after: Spread | null;
    if (parts.some(({ spread }) => spread === null)) after = null;
    else {
      const sure = parts.map(({ taken, spread }) => ({ share: taken, spread: spread ?? NOTHING }));
      const each = sure.map((one) => oneOf([one, { share: 1 - one.share, spread: NOTHING }]));
      after = balanced
        ? oneOf([...sure, { share: 1 - sure.reduce((sum, { share }) => sum + share, 0), spread: NOTHING }])
        : node.order === 'parallel'
          ? partial
            ? kthOf(node.waitFor, each)
            : slowest(each.map((spread) => ({ spread, count: 1 })))
          : each.reduce(plus, NOTHING);
    }
    const spread = station.stable && after ? together(station, after, keptS[v]) : null;
    underWay.delete(v);
    const made = { spread, failure: Math.min(1, Math.max(0, failure)) };
    visits[v] = made;
    return made;
  };

  const called = (e: number): { readonly spread: Spread | null; readonly failure: number } => {
    const edge = model.edges[e];
    const target = edge && model.nodes[edge.to];
    if (!edge || !target) return { spread: NOTHING, failure: 0 };
    if (!edge.sync) return { spread: NOTHING, failure: 0 };
    const call = callOf(edge, visit(edge.to));
    edges[e] = { sent: call.sent, failure: call.failure };
    if (call.late > 1e-3)
      notes.add(
        `${edge.id}: answers that time out are counted, and not cut off the latency of those that do not.`,
      );
    if (call.sent > 1.0001) notes.add(`${edge.id}: tries are taken as independent of each other.`);
    return severalOf(edge, call);
  };

  for (const v of model.nodes.keys()) if (reached(v)) visit(v);
  // A visit asked for later may have made a call known; each edge was seen when its `from` was visited.
  return { visits, edges, notes: [...notes] };
};

const together = (station: ClassStation, after: Spread, keptS: number | undefined): Spread => {
  if (keptS === undefined) return plus(station.sojourn, after);
  const open = meanOf(after);
  const own = meanOf(station.sojourn) - station.waitS;
  return plus(station.sojourn, open > 0 ? scaled(after, Math.max(0, keptS - own) / open) : NOTHING);
};

type Call = {
  readonly spread: Spread | null;
  readonly failure: number;
  readonly sent: number;
  readonly late: number;
};

/** One call with its hedge and its retries. */
const callOf = (edge: Edge, target: Visit): Call => {
  const trip = certain(2 * edge.latencyS);
  const once = target.spread && plus(trip, target.spread);
  const hedges = once && edge.hedgeAfterS < Infinity ? 1 - within(once, edge.hedgeAfterS) : 0;
  const first = once && hedges > 1e-9 ? hedged(once, edge.hedgeAfterS) : once;
  const late = edge.timeoutS === Infinity ? 0 : first ? 1 - within(first, edge.timeoutS) : 1;
  const failure = 1 - (1 - target.failure) * (1 - late);
  const budget = edge.retryBudget === Infinity ? Infinity : 1 + edge.retryBudget;
  const wanted = meanAttempts(failure, edge.retries);
  const attempts = Math.min(wanted, budget);
  // A budget that runs out leaves the share of retries that it covers.
  const covered = wanted > 1 ? (attempts - 1) / (wanted - 1) : 1;
  const last = covered * failure ** (edge.retries + 1) + (1 - covered) * failure;
  const base = { failure: last, sent: attempts * (1 + hedges), late };
  if (!first) return { ...base, spread: edge.timeoutS === Infinity ? null : certain(edge.timeoutS) };
  if (edge.retries <= 0 || failure <= 1e-9 || failure >= 1) return { ...base, spread: first };
  const lostS = Math.min(edge.timeoutS, meanOf(first));
  let gone = 0;
  const tries = [{ share: 1, spread: first }];
  for (let k = 1; k <= Math.min(edge.retries, 8); k++) {
    gone += lostS + Math.min(edge.backoff.maxS, edge.backoff.baseS * 2 ** (k - 1)) / 2;
    tries.push({ share: covered * failure ** k, spread: plus(certain(gone), first) });
  }
  return { ...base, spread: oneOf(tries) };
};

/** Side by side, and then one after the other. */
const severalOf = (edge: Edge, call: Call): { readonly spread: Spread | null; readonly failure: number } => {
  const wide = Math.max(0, Math.round(edge.fanout));
  const needed = Math.min(edge.waitFor, wide);
  const good = 1 - call.failure;
  const some = needed < wide && wide <= 1000;
  const round = some
    ? atLeast(
        needed,
        Array.from({ length: wide }, () => good),
      )
    : good ** wide;
  const failure = 1 - round ** edge.calls;
  if (!call.spread) return { spread: null, failure };
  const { spread } = call;
  const side = some
    ? kthOf(
        needed,
        Array.from({ length: wide }, () => spread),
      )
    : slowest([{ spread, count: wide }]);
  return { spread: wide === 0 ? NOTHING : times(side, edge.calls), failure };
};
