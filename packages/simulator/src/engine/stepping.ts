/** A station’s server of a language model, as the agenda knows it. */
import type { LlmState } from '../llm/state.ts';

/** The entry of a server that takes no steps; and of one that hands back who is done, and begins the next afterwards. */
export const NO_STEP = -1;
export const BETWEEN = -2;

/** One station's server, and where its step is on the agenda. */
export type Stepping = { state: LlmState; event: number; busy: number; took: number };

export const newStepping = (state: LlmState): Stepping => ({ state, event: NO_STEP, busy: 0, took: 0 });
