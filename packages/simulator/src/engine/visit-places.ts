/**
 * The places of a visit's numbers, `v[visit + NODE]` and `f[(visit >> 3) + ARRIVED]`, and the bits of its flags. Files of
 * nothing but constants are written into the code that uses them when it is bundled, which the loop is faster for.
 */
export const NODE = 0;
export const STATION = 1;
export const KIND = 2;
export const ROOT = 3;
export const PARENT = 4;
export const PARENT_TAG = 5;
export const CALL = 6;
export const CALL_TAG = 7;
export const EDGE = 8;
/** Rises whenever a visit moves on: an answer that comes back with an older tag is late and is dropped. */
export const TAG = 9;
/** Where in the node's list of edges, and how many calls on this edge are still to come. */
export const STEP = 10;
export const LEFT = 11;
export const PENDING = 12;
export const NEEDED = 13;
export const FLAGS = 14;
/** The cache that was asked and did not have it. */
export const MISSED = 15;
/** Of a request: how many of its visits are not over. */
export const OPEN = 16;
export const NEXT = 17;
export const BEFORE = 18;
export const EVENT = 19;
/** A power of two, so that both places are cheap. */
export const SIZE = 32;

export const ARRIVED = 0;
export const DEMAND = 1;
export const DUE = 2;
/** Of a request: when its first token came, and each further one after how long. */
export const FIRST = 1;
export const EACH = 2;

/** Of a visit: it makes its calls now. */
export const ISSUING = 1;
/** It has a server. */
export const SERVING = 2;
/** It ended well. */
export const GOOD = 4;
/** On the way there or home. */
export const AWAY = 8;
export const WRITE = 16;
/** It was in service before, whether it is now or not. */
export const STARTED = 32;
/** Of a request: it was answered, and what it set off may still go on. */
export const ANSWERED = 64;
/** One of its calls was stopped on the way: it makes no more. */
export const STOPPED = 128;
/** Its window is over. */
export const TURNED = 256;
