/** The places of a node's and of a class's numbers in a row of the record. */

export const NODE = 12;
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
/** Of a language model’s server: tokens given, and seconds with a step running. */
export const TOKENS = 10;
export const STEPPING = 11;

export const CLASS = 10;
/** Of a class's. */
export const CAME = 0;
export const OK = 1;
export const LOST = 2;
export const TOOK = 3;
export const FINISHED = 4;
export const FINISH_TOOK = 5;
/** Of requests answered in tokens: how many, until the first token; how many of several tokens, and between two of them. */
export const SPOKEN = 6;
export const FIRST = 7;
export const SPOKEN_ON = 8;
export const EACH = 9;

export const CLASS_BITS = 7;
