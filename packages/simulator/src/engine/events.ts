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
