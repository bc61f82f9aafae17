/** The places of a node's and of a class's numbers in a row of the record. */

export const NODE = 10;
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
/** Of a cache. */
export const HITS = 9;

export const CLASS = 6;
/** Of a class's. */
export const CAME = 0;
export const OK = 1;
export const LOST = 2;
export const TOOK = 3;
export const FINISHED = 4;
export const FINISH_TOOK = 5;

export const CLASS_BITS = 7;
