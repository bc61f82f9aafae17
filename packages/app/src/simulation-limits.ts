/** What runs are held to where nobody says otherwise. */

/**
 * For a run that was given neither requests nor seconds, all its replications together. In events, not in time: the
 * same seed must give the same answer on any machine.
 */
export const SIMULATION_EVENTS_MAX = 20_000_000;
/** Relative half-widths, of all replications together, at which such a run has seen enough. */
export const SIMULATION_PRECISION = { mean: 0.02, p99: 0.05 } as const;
/** No single replication ends on less, however many there are. */
export const REPLICATION_PRECISION = { mean: 0.1, p99: 0.3 } as const;
/** Where queues grow there is no figure to become precise, and how fast they grow is soon seen. */
export const OVERLOADED_EVENTS_MAX = 500_000;
/** Each point of a sweep. */
export const POINT_EVENTS_MAX = 2_000_000;
/** Of the wall's clock, for whoever's machine would take minutes over that. */
export const SIMULATION_TIME_MS = 60_000;

/** Pairs that a comparison runs: fewer say too little about a difference. */
export const COMPARISON_REPLICATIONS = 8;

/** Of those, how many must be through for an interrupted one to say anything. */
export const COMPARISON_PAIRS_MIN = 3;

/** Each run of a comparison: so many requests of the design that has fewer, and at least so long … */
export const COMPARISON_REQUESTS = 50_000;
export const COMPARISON_SECONDS_MIN = 60;
/** … but never more requests of the other: at a billion a second a minute would take a year. */
export const COMPARISON_REQUESTS_MAX = 250_000;
