import type { ReactNode } from 'react';
import type { Action } from '../base/actions.ts';
import { PaneTabs, paneId, tabId } from './pane-tabs.tsx';
import { isShown } from './panes.ts';
import type { Panes, Side } from './panes.ts';
import { Seam } from './seam.tsx';

type Props = {
  readonly panes: Panes;
  readonly roomForBoth: boolean;
  readonly onChange: (panes: Panes) => void;
  readonly tabs: Readonly<Record<Side, Action>>;
  readonly talk: ReactNode;
  readonly board: ReactNode;
};

/** Conversation and board: side by side with a seam between them, or as tabs where there is room for one. */
export const RoomPanes = ({ panes, roomForBoth, onChange, tabs, talk, board }: Props) => {
  const shown = (side: Side) => isShown(panes, side, roomForBoth);
  const both = roomForBoth && panes.whole === undefined;
  const columns = both
    ? { gridTemplateColumns: `minmax(0,${panes.share}fr) auto minmax(0,${100 - panes.share}fr)` }
    : undefined;
  const pane = (side: Side, content: ReactNode) => (
    <div
      id={paneId(side)}
      {...(roomForBoth ? {} : { role: 'tabpanel', 'aria-labelledby': tabId(side) })}
      hidden={!shown(side)}
      className={shown(side) ? 'flex min-h-0 min-w-0 flex-col' : 'hidden'}
    >
      {content}
    </div>
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {!roomForBoth && <PaneTabs shown={panes.tab} tabs={tabs} />}
      <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] short:grid-rows-[auto]" style={columns}>
        {pane('talk', talk)}
        {both && <Seam panes={panes} onChange={onChange} />}
        {pane('board', board)}
      </div>
    </div>
  );
};
