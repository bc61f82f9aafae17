/** The places of the numbers of nodes, edges, classes and stations in their tables, and the bits that say how they behave. */

/** A node's whole numbers: `node[n × NODE_SIZE + WAYS]`. */
export const NODE_SIZE = 8;
export const WAYS = 0;
export const SERVERS = 1;
export const LIMIT = 2;
export const SHAPE = 3;
export const OUT = 4;
export const OUTS = 5;
/** Its ways: it takes time; it makes no calls; it has a limit at the door, and so on. */
export const TIMED = 1;
export const LEAF = 2;
export const LIMITED = 4;
export const SHARING = 8;
export const RANKED = 16;
export const PREEMPTIVE = 32;
export const BALANCING = 64;
export const CACHING = 128;
export const BROKING = 256;
export const SIDE_BY_SIDE = 512;
export const HOLDING = 1024;
export const STORING = 2048;
export const BATCHED = 4096;
export const STEPPED = 8192;
export const READIED = 16384;
export const WINDOWED = 32768;
export const STOPPING = 65536;

/** An edge's. */
export const EDGE_SIZE = 4;
export const HOW = 0;
export const FANOUT = 1;
/** Of a fan-out, how many must come back. */
export const NEEDS = 2;
export const POOL = 3;
export const SYNC = 1;
export const GUARDED = 2;
export const DISTANT = 4;
/** A failed call is as good as one that went well. */
export const FAILS_OPEN = 8;

/** A class's. */
export const CLASS_SIZE = 4;
export const FROM = 0;
export const TRAITS = 1;
/** Of its priority, 0 first. */
export const RANK = 2;
/** Its clients ask again; it sets off something that nobody waits for. */
export const CLOSED = 1;
export const OPEN_ENDED = 2;

/** The random streams: for each node service, choice and chance; for each class arrivals; for each edge pauses. */
export const SERVICE = 0;
export const CHOICE = 1;
export const CHANCE = 2;

/** A station's numbers. */
export const STATION_SIZE = 4;
export const OF = 0;
/** How many it serves, and how many wait for it. */
export const JOBS = 1;
export const LINE = 2;
export const STATE = 3;
/** It is up; switched on; healthy, as callers believe. */
export const UP = 1;
export const ON = 2;
export const HEALTHY = 4;
/** Out of its hours: it finishes what it works on. */
export const CLOSED_NOW = 8;
/** It takes up work, if of these it is only up. */
export const WORKING = 9;
export const USABLE = ON | HEALTHY;
