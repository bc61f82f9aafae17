import type { Pace } from '@dryrun/domain';
import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PACES, paceFrom } from './paces.ts';

type Props = {
  readonly pace: Pace;
  readonly choose: (pace: Pace) => void;
  readonly action: Action;
  readonly field: Ref<HTMLSelectElement>;
};

/** How much time there is: it may be stretched while the interview goes, and taken away. */
export const PaceChoice = ({ pace, choose, action, field }: Props) => (
  <label className="shrink-0">
    <span className="sr-only">Pace</span>
    <select
      ref={field}
      value={String(pace)}
      onChange={({ target }) => {
        const next = paceFrom(target.value);
        if (next !== undefined) choose(next);
      }}
      title={tooltip(action)}
      aria-keyshortcuts={action.keys.join(' ')}
      className="h-8 rounded border border-edge bg-paper px-2 text-small transition-colors hover:bg-accent-soft"
    >
      {PACES.map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
