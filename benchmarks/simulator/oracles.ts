/** Every closed form that the simulator is held to, and how a run is held to it. */
import { CHOICE_SLIPS, NETWORKS } from './networks.ts';
import { rowsOf, runOracle } from './oracle.ts';
import type { Oracle, Row } from './oracle.ts';
import { RESILIENCE } from './resilience.ts';
import { STATIONS, TABLE_SLIPS } from './stations.ts';
import { WORKS } from './works.ts';

export { palette, readDocument, readOracle } from './oracle.ts';

export const ORACLES: readonly Oracle[] = [...STATIONS, ...NETWORKS, ...RESILIENCE, ...WORKS];

/** Those with a quick length: for `npm test` and `--quick`. */
export const QUICK_ORACLES: readonly Oracle[] = ORACLES.filter(({ quick }) => quick !== undefined);

/** Where a printed number and its formula differ, so that a slip of the pen does not become a truth. */
export const SLIPS: readonly string[] = [...TABLE_SLIPS, ...CHOICE_SLIPS];

/** A design that cannot be read or run is a failed row: the others still say what they have to say. */
export const judge = (oracle: Oracle, quick = false): readonly Row[] => {
  try {
    return rowsOf(oracle, runOracle(oracle, quick));
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return [{ oracle: oracle.id, of: 'run', exact: null, value: null, halfWidth: null, held: false, why }];
  }
};
