/** What can be on the agenda, and whom it is about. */

/** A request of a class arrives. */
export const ARRIVE = 0;
/** A visit's service is over. */
export const DONE = 1;
/** A visit is at its station, after its way there. */
export const REACH = 2;
/** Its answer is back, after the way home. */
export const REPLY = 3;
/** The first timeout of an edge. */
export const DUE = 4;
/** A guarded call has waited long enough for a second attempt beside the first. */
export const HEDGE = 5;
/** A guarded call is tried again. */
export const RETRY = 6;
/** The first of those who share a station is done. */
export const SHARED = 7;
/** A fault begins; it ends. */
export const FAULT = 8;
export const MENDED = 9;
/** Callers see that a station is down, or up again. */
export const NOTICED = 10;
/** A node's autoscaler looks; a station that it started is there. */
export const SCALE = 11;
export const SWITCHED_ON = 12;
/** A class changes between its burst and its calm. */
export const BURST = 13;
/** A slice of the record is over. */
export const SLICE = 14;
/** A batch is done; the first of those who wait for one has waited long enough. */
export const BATCH = 15;
export const BATCH_DUE = 16;
/** A language model's server has done its step. */
export const STEP = 17;
/** Something that was started to be kept ready is ready. */
export const READY = 18;
/** The window that an answer falls into is over. */
export const WINDOW = 19;
/** A node opens, or closes, for the day. */
export const HOURS = 20;
