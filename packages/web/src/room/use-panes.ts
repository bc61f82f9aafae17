import { useState } from 'react';
import { remember, remembered } from '../base/storage.ts';
import { useMedia } from '../base/use-media.ts';
import { panesFrom } from './panes.ts';
import type { Panes } from './panes.ts';

const REMEMBERED_AS = 'dryrun.panes';

/** How this browser had the panes last. */
export const usePanes = () => {
  const [panes, setPanes] = useState(() => panesFrom(remembered(REMEMBERED_AS)));
  const roomForBoth = useMedia('(min-width: 64rem)');
  /** The notes beside conversation and board. */
  const roomForThree = useMedia('(min-width: 80rem)');
  const become = (next: Panes) => {
    setPanes(next);
    remember(REMEMBERED_AS, JSON.stringify(next));
  };
  return { panes, become, roomForBoth, roomForThree };
};
