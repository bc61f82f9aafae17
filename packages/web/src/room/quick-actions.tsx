import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { QUIET } from '../base/button.ts';
import type { RoomActions } from './room-actions.ts';

type Props = { readonly actions: RoomActions; readonly help: Action; readonly notes: number };

export const QuickActions = ({ actions, help, notes }: Props) => (
  <div role="group" aria-label="Without words" className="mt-1.5 -ml-2 flex flex-wrap gap-x-1">
    <Quick action={actions.repeat} text="Repeat" />
    <Quick action={actions.hint} text="Hint" />
    <Quick action={actions.minute} text="A minute" />
    <Quick action={actions.next} text="Next phase" />
    <span className="flex-1" />
    <Quick action={actions.notes} text={notes > 0 ? `Notes (${notes})` : 'Notes'} />
    <Quick action={actions.end} text="End" />
    <Quick action={help} text="Keys" />
  </div>
);

const Quick = ({ action, text }: { readonly action: Action; readonly text: string }) => (
  <button
    type="button"
    onClick={() => action.enabled() && action.run()}
    aria-disabled={!action.enabled()}
    aria-keyshortcuts={action.keys.join(' ')}
    title={tooltip(action)}
    className={QUIET}
  >
    {text}
  </button>
);
