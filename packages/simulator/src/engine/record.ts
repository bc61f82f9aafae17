/**
 * What a run has seen, slice by slice: sums in one row of numbers, latencies in histograms. Nothing is decided while it
 * runs: warm-up, means, quantiles and their intervals are read from the slices afterwards.
 *
 *     row = [ time · for each node NODE numbers · for each class CLASS numbers ]
 *
 * When all slices are full, pairs are merged and slices cover twice the time: a run of any length fits.
 */
import { binOf, binsOf } from '../kernel/histogram.ts';
import type { Model } from '../model.ts';

export const NODE = 9;
/** Of a node's numbers. */
export const ARRIVED = 0;
export const ANSWERED = 1;
export const FAILED = 2;
export const WAIT = 3;
export const STARTED = 4;
export const LATENCY = 5;
export const BUSY = 6;
export const QUEUE = 7;
/** Station-seconds that were switched on. */
export const ON = 8;

export const CLASS = 6;
/** Of a class's. */
export const CAME = 0;
export const OK = 1;
export const LOST = 2;
export const TOOK = 3;
export const FINISHED = 4;
export const FINISH_TOOK = 5;

export const CLASS_BITS = 7;

export type Record = {
  readonly nodes: number;
  readonly classes: number;
  readonly slices: number;
  readonly width: number;
  /** slices × width. */
  readonly rows: Float64Array;
  /** What the queue was at the end of each slice: slices × nodes. */
  readonly queueAtEnd: Float64Array;
  readonly nodeBits: number;
  readonly waits: Uint32Array;
  readonly latencies: Uint32Array;
  readonly took: Uint32Array;
  readonly finishes: Uint32Array;
  /** The slice being written. */
  slice: number;
  /** Present numbers of each node, and since when. */
  readonly busyNow: Float64Array;
  readonly queueNow: Float64Array;
  readonly onNow: Float64Array;
  readonly since: Float64Array;
};

export const newRecord = (model: Model, slices: number): Record => {
  const nodes = model.nodes.length;
  const classes = model.classes.length;
  const width = 1 + nodes * NODE + classes * CLASS;
  const nodeBits = nodes <= 40 ? 5 : nodes <= 300 ? 3 : 1;
  return {
    nodes,
    classes,
    slices,
    width,
    rows: new Float64Array(slices * width),
    queueAtEnd: new Float64Array(slices * nodes),
    nodeBits,
    waits: new Uint32Array(slices * nodes * binsOf(nodeBits)),
    latencies: new Uint32Array(slices * nodes * binsOf(nodeBits)),
    took: new Uint32Array(slices * classes * binsOf(CLASS_BITS)),
    finishes: new Uint32Array(slices * classes * binsOf(CLASS_BITS)),
    slice: 0,
    busyNow: new Float64Array(nodes),
    queueNow: new Float64Array(nodes),
    onNow: Float64Array.from(model.nodes, ({ replicas, database }) => replicas + (database?.readReplicas ?? 0)),
    since: new Float64Array(nodes),
  };
};

const nodeAt = (record: Record, node: number): number => record.slice * record.width + 1 + node * NODE;
const classAt = (record: Record, of: number): number =>
  record.slice * record.width + 1 + record.nodes * NODE + of * CLASS;

/** Brings a node's areas up to `now`, before its numbers change. */
export const touch = (record: Record, node: number, now: number): void => {
  const passed = now - record.since[node]!;
  if (passed > 0) {
    const at = nodeAt(record, node);
    record.rows[at + BUSY]! += record.busyNow[node]! * passed;
    record.rows[at + QUEUE]! += record.queueNow[node]! * passed;
    record.rows[at + ON]! += record.onNow[node]! * passed;
    record.since[node] = now;
  }
};

export const countArrival = (record: Record, node: number): void => {
  record.rows[nodeAt(record, node) + ARRIVED]!++;
};

export const countWait = (record: Record, node: number, waitS: number): void => {
  const at = nodeAt(record, node);
  record.rows[at + STARTED]!++;
  record.rows[at + WAIT]! += waitS;
  record.waits[(record.slice * record.nodes + node) * binsOf(record.nodeBits) + binOf(waitS, record.nodeBits)]!++;
};

export const countAnswer = (record: Record, node: number, latencyS: number): void => {
  const at = nodeAt(record, node);
  record.rows[at + ANSWERED]!++;
  record.rows[at + LATENCY]! += latencyS;
  record.latencies[(record.slice * record.nodes + node) * binsOf(record.nodeBits) + binOf(latencyS, record.nodeBits)]!++;
};

export const countFailure = (record: Record, node: number): void => {
  record.rows[nodeAt(record, node) + FAILED]!++;
};

export const countRequest = (record: Record, of: number): void => {
  record.rows[classAt(record, of) + CAME]!++;
};

export const countOutcome = (record: Record, of: number, ok: boolean, tookS: number): void => {
  const at = classAt(record, of);
  if (!ok) {
    record.rows[at + LOST]!++;
    return;
  }
  record.rows[at + OK]!++;
  record.rows[at + TOOK]! += tookS;
  record.took[(record.slice * record.classes + of) * binsOf(CLASS_BITS) + binOf(tookS, CLASS_BITS)]!++;
};

export const countFinish = (record: Record, of: number, tookS: number): void => {
  const at = classAt(record, of);
  record.rows[at + FINISHED]!++;
  record.rows[at + FINISH_TOOK]! += tookS;
  record.finishes[(record.slice * record.classes + of) * binsOf(CLASS_BITS) + binOf(tookS, CLASS_BITS)]!++;
};

/** Ends the present slice, which began `lengthS` ago. True when there is no room for another. */
export const endSlice = (record: Record, now: number, lengthS: number): boolean => {
  for (let node = 0; node < record.nodes; node++) {
    touch(record, node, now);
    record.queueAtEnd[record.slice * record.nodes + node] = record.queueNow[node]!;
  }
  record.rows[record.slice * record.width]! += lengthS;
  record.slice++;
  return record.slice === record.slices;
};

/** Two slices become one, so that half of them are free again. */
export const mergePairs = (record: Record): void => {
  const half = record.slices / 2;
  for (const [numbers, width] of [
    [record.rows, record.width],
    [record.waits, record.nodes * binsOf(record.nodeBits)],
    [record.latencies, record.nodes * binsOf(record.nodeBits)],
    [record.took, record.classes * binsOf(CLASS_BITS)],
    [record.finishes, record.classes * binsOf(CLASS_BITS)],
  ] as const) {
    for (let slice = 0; slice < half; slice++)
      for (let at = 0; at < width; at++)
        numbers[slice * width + at] =
          numbers[2 * slice * width + at]! + numbers[(2 * slice + 1) * width + at]!;
    numbers.fill(0, half * width);
  }
  for (let slice = 0; slice < half; slice++)
    for (let node = 0; node < record.nodes; node++)
      record.queueAtEnd[slice * record.nodes + node] = record.queueAtEnd[(2 * slice + 1) * record.nodes + node]!;
  record.slice = half;
};
