import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import type { Side } from './panes.ts';

type Props = { readonly shown: Side; readonly tabs: Readonly<Record<Side, Action>> };

const NAMES: Readonly<Record<Side, string>> = { talk: 'Conversation', board: 'Board' };
const SIDES = ['talk', 'board'] as const;

export const tabId = (side: Side): string => `tab-${side}`;
export const paneId = (side: Side): string => `pane-${side}`;

/** Where there is no room for both. The arrow keys go from one to the other, as in every list of tabs. */
export const PaneTabs = ({ shown, tabs }: Props) => (
  <div role="tablist" aria-label="Panes" className="flex gap-x-1 border-line border-b px-4 sm:px-6">
    {SIDES.map((side) => (
      <button
        key={side}
        id={tabId(side)}
        type="button"
        role="tab"
        aria-selected={shown === side}
        aria-controls={paneId(side)}
        tabIndex={shown === side ? 0 : -1}
        title={tooltip(tabs[side])}
        onClick={tabs[side].run}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
          const other = side === 'talk' ? 'board' : 'talk';
          tabs[other].run();
          document.getElementById(tabId(other))?.focus();
        }}
        className="-mb-px flex min-h-10 items-center border-transparent border-b-2 px-3 text-muted text-small transition-colors hover:text-ink aria-selected:border-accent aria-selected:text-ink"
      >
        {NAMES[side]}
      </button>
    ))}
  </div>
);
