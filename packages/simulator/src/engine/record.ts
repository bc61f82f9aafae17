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
import {
  ANSWERED,
  ARRIVED,
  BUSY,
  CAME,
  CLASS,
  CLASS_BITS,
  EACH,
  FAILED,
  FINISHED,
  FINISH_TOOK,
  FIRST,
  HITS,
  LATENCY,
  LOST,
  NODE,
  OK,
  ON,
  QUEUE,
  SPOKEN,
  SPOKEN_ON,
  STARTED,
  STEPPING,
  TOKENS,
  TOOK,
  WAIT,
} from './record-places.ts';

const CLASS_BINS = binsOf(CLASS_BITS);

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
  /** Until first tokens, and between tokens; empty where no language model is served. */
  readonly firsts: Uint32Array;
  readonly eaches: Uint32Array;
  /** The slice being written, and where its rows and histograms begin. */
  slice: number;
  nodeRow: number;
  classRow: number;
  nodeBin: number;
  classBin: number;
  readonly nodeBins: number;
  /** Now, and when this slice began. */
  readonly clock: Float64Array;
  /** How many of each node are busy, wait and are on, at the end of a slice. */
  readonly busyNow: Float64Array;
  readonly queueNow: Float64Array;
  readonly onNow: Float64Array;
};

/** Latencies by slice and by node or class: bins `from` … `from + width` of each. */
export type Histograms = {
  readonly bits: number;
  readonly from: number;
  readonly width: number;
  /** slices × of × width. */
  readonly counts: Uint32Array;
};

/** A record that can be read: of a finished run a copy without what it did not use, and of a running one a view. */
export type Slices = {
  readonly nodes: number;
  readonly classes: number;
  readonly count: number;
  readonly width: number;
  readonly rows: Float64Array;
  readonly queueAtEnd: Float64Array;
  readonly waits: Histograms;
  readonly latencies: Histograms;
  readonly took: Histograms;
  readonly finishes: Histograms;
  readonly firsts: Histograms;
  readonly eaches: Histograms;
};

export const slicesOf = (record: Record, copied: boolean): Slices => {
  const { nodes, classes, slice: count, width, nodeBits } = record;
  const histograms = (counts: Uint32Array, of: number, bits: number): Histograms =>
    copied ? trimmed(counts, count * of, bits) : { bits, from: 0, width: binsOf(bits), counts };
  return {
    nodes,
    classes,
    count,
    width,
    rows: copied ? record.rows.slice(0, count * width) : record.rows,
    queueAtEnd: copied ? record.queueAtEnd.slice(0, count * nodes) : record.queueAtEnd,
    waits: histograms(record.waits, nodes, nodeBits),
    latencies: histograms(record.latencies, nodes, nodeBits),
    took: histograms(record.took, classes, CLASS_BITS),
    finishes: histograms(record.finishes, classes, CLASS_BITS),
    firsts: histograms(record.firsts, classes, CLASS_BITS),
    eaches: histograms(record.eaches, classes, CLASS_BITS),
  };
};

/** Without the bins at both ends in which nothing fell. */
const trimmed = (counts: Uint32Array, lines: number, bits: number): Histograms => {
  const bins = binsOf(bits);
  let [from, to] = [bins, 0];
  for (let line = 0; line < lines; line++) {
    const at = line * bins;
    for (let bin = 0; bin < from; bin++) if (counts[at + bin]! > 0) from = bin;
    for (let bin = bins - 1; bin >= to; bin--) if (counts[at + bin]! > 0) to = bin + 1;
  }
  const width = Math.max(0, to - from);
  const kept = new Uint32Array(lines * width);
  for (let line = 0; line < lines; line++)
    kept.set(counts.subarray(line * bins + from, line * bins + from + width), line * width);
  return { bits, from, width, counts: kept };
};

export const nodeFigure = ({ rows, width }: Slices, slice: number, node: number, of: number): number =>
  rows[slice * width + 1 + node * NODE + of]!;
export const classFigure = (
  { rows, width, nodes }: Slices,
  slice: number,
  of: number,
  figure: number,
): number => rows[slice * width + 1 + nodes * NODE + of * CLASS + figure]!;
export const timeOf = ({ rows, width }: Slices, slice: number): number => rows[slice * width]!;

export const newRecord = (model: Model, slices: number): Record => {
  const nodes = model.nodes.length;
  const classes = model.classes.length;
  const width = 1 + nodes * NODE + classes * CLASS;
  const speaks = model.nodes.some(({ work }) => work?.how === 'steps');
  const speaking = speaks ? slices * classes * CLASS_BINS : 0;
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
    took: new Uint32Array(slices * classes * CLASS_BINS),
    finishes: new Uint32Array(slices * classes * CLASS_BINS),
    firsts: new Uint32Array(speaking),
    eaches: new Uint32Array(speaking),
    slice: 0,
    nodeRow: 1,
    classRow: 1 + nodes * NODE,
    nodeBin: 0,
    classBin: 0,
    nodeBins: binsOf(nodeBits),
    clock: new Float64Array(2),
    busyNow: new Float64Array(nodes),
    queueNow: new Float64Array(nodes),
    onNow: new Float64Array(nodes),
  };
};

/** Begins another slice. */
const turnTo = (record: Record, slice: number): void => {
  record.slice = slice;
  record.nodeRow = slice * record.width + 1;
  record.classRow = record.nodeRow + record.nodes * NODE;
  record.nodeBin = slice * record.nodes * record.nodeBins;
  record.classBin = slice * record.classes * CLASS_BINS;
};

/**
 * One more (or less) of a node's is busy, waits or is on. An area over a slice is what there is at its end, all the slice
 * long, less what came later than its beginning: so a change costs one sum, and the rest comes with the slice's end.
 */
export const change = ({ rows, clock, nodeRow }: Record, node: number, figure: number, by: number): void => {
  rows[nodeRow + node * NODE + figure]! -= by * (clock[0]! - clock[1]!);
};

/** Server-seconds that a node worked since the run began, with `busy` of its servers busy now. */
export const busySoFar = (record: Record, node: number, busy: number): number => {
  let sum = busy * (record.clock[0]! - record.clock[1]!);
  for (let slice = 0; slice <= record.slice; slice++)
    sum += record.rows[slice * record.width + 1 + node * NODE + BUSY] ?? 0;
  return sum;
};

export const countArrival = (record: Record, node: number): void => {
  record.rows[record.nodeRow + node * NODE + ARRIVED]!++;
};

export const countWait = (record: Record, node: number, waitS: number): void => {
  const { rows, nodeBins, nodeBits } = record;
  const row = record.nodeRow + node * NODE;
  rows[row + STARTED]!++;
  rows[row + WAIT]! += waitS;
  record.waits[record.nodeBin + node * nodeBins + binOf(waitS, nodeBits)]!++;
};

export const countAnswer = (record: Record, node: number, latencyS: number): void => {
  const { rows, nodeBins, nodeBits } = record;
  const row = record.nodeRow + node * NODE;
  rows[row + ANSWERED]!++;
  rows[row + LATENCY]! += latencyS;
  record.latencies[record.nodeBin + node * nodeBins + binOf(latencyS, nodeBits)]!++;
};

export const countHit = (record: Record, node: number, hit: boolean): void => {
  if (hit) record.rows[record.nodeRow + node * NODE + HITS]!++;
};

export const countFailure = (record: Record, node: number): void => {
  record.rows[record.nodeRow + node * NODE + FAILED]!++;
};

export const countRequest = (record: Record, of: number): void => {
  record.rows[record.classRow + of * CLASS + CAME]!++;
};

export const countOutcome = (record: Record, of: number, ok: boolean, tookS: number): void => {
  const row = record.classRow + of * CLASS;
  if (!ok) {
    record.rows[row + LOST]!++;
    return;
  }
  record.rows[row + OK]!++;
  record.rows[row + TOOK]! += tookS;
  record.took[record.classBin + of * CLASS_BINS + binOf(tookS, CLASS_BITS)]!++;
};

export const countStep = (record: Record, node: number, tokens: number, tookS: number): void => {
  const row = record.nodeRow + node * NODE;
  record.rows[row + TOKENS]! += tokens;
  record.rows[row + STEPPING]! += tookS;
};

/** Of a request answered in tokens: until the first, and between two of them (less than 0: it had one only). */
export const countTokens = (record: Record, of: number, firstS: number, eachS: number): void => {
  const row = record.classRow + of * CLASS;
  const bins = record.classBin + of * CLASS_BINS;
  record.rows[row + SPOKEN]!++;
  record.rows[row + FIRST]! += firstS;
  record.firsts[bins + binOf(firstS, CLASS_BITS)]!++;
  if (eachS < 0) return;
  record.rows[row + SPOKEN_ON]!++;
  record.rows[row + EACH]! += eachS;
  record.eaches[bins + binOf(eachS, CLASS_BITS)]!++;
};

/** Of classes that set off what nobody waits for; the others are finished with their answer. */
export const countFinish = (record: Record, of: number, tookS: number): void => {
  const row = record.classRow + of * CLASS;
  record.rows[row + FINISHED]!++;
  record.rows[row + FINISH_TOOK]! += tookS;
  record.finishes[record.classBin + of * CLASS_BINS + binOf(tookS, CLASS_BITS)]!++;
};

/** Ends the present slice; `busyNow`, `queueNow` and `onNow` are up to date. True when there is no room for another. */
export const endSlice = (record: Record): boolean => {
  const lengthS = record.clock[0]! - record.clock[1]!;
  record.clock[1] = record.clock[0]!;
  for (let node = 0; node < record.nodes; node++) {
    const row = record.nodeRow + node * NODE;
    record.rows[row + BUSY]! += record.busyNow[node]! * lengthS;
    record.rows[row + QUEUE]! += record.queueNow[node]! * lengthS;
    record.rows[row + ON]! += record.onNow[node]! * lengthS;
    record.queueAtEnd[record.slice * record.nodes + node] = record.queueNow[node]!;
  }
  record.rows[record.slice * record.width]! += lengthS;
  if (record.slice + 1 === record.slices) {
    record.slice++;
    return true;
  }
  turnTo(record, record.slice + 1);
  return false;
};

/** Two slices become one, so that half of them are free again. */
export const mergePairs = (record: Record): void => {
  const half = record.slices / 2;
  for (const [numbers, width] of [
    [record.rows, record.width],
    [record.waits, record.nodes * binsOf(record.nodeBits)],
    [record.latencies, record.nodes * binsOf(record.nodeBits)],
    [record.took, record.classes * CLASS_BINS],
    [record.finishes, record.classes * CLASS_BINS],
    ...(record.firsts.length === 0
      ? []
      : ([
          [record.firsts, record.classes * CLASS_BINS],
          [record.eaches, record.classes * CLASS_BINS],
        ] as const)),
  ] as const) {
    for (let slice = 0; slice < half; slice++)
      for (let at = 0; at < width; at++)
        numbers[slice * width + at] =
          numbers[2 * slice * width + at]! + numbers[(2 * slice + 1) * width + at]!;
    numbers.fill(0, half * width);
  }
  for (let slice = 0; slice < half; slice++)
    for (let node = 0; node < record.nodes; node++)
      record.queueAtEnd[slice * record.nodes + node] =
        record.queueAtEnd[(2 * slice + 1) * record.nodes + node]!;
  turnTo(record, half);
};
