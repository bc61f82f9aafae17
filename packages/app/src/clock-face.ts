import { clockFace as padded } from '@dryrun/quantities';

/** As the page shows it: “2:16”, “1:02:03”. An export is read beside it. */
export const clockFace = (ms: number): string => padded(ms).replace(/^0/, '');
