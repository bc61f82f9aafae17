/** What runs are held to where nobody says otherwise. */

/** Of the wall's clock, for a run that was given neither requests nor seconds. */
export const SIMULATION_TIME_MS = 10_000;

/** Pairs that a comparison needs: fewer say too little about a difference. */
export const COMPARISON_REPLICATIONS = 8;
