import { useState } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { LINK } from '../base/button.ts';
import { ago } from '../base/ago.ts';
import type { Checked } from './equipment.ts';

type Props = {
  readonly checked: Checked | undefined;
  readonly check: Action;
  readonly skip: () => void;
};

/** One line before a real interview, and no step that one has to take. */
export const EquipmentLine = ({ checked, check, skip }: Props) => {
  const [now] = useState(() => Date.now());
  return (
    <p className="mt-3 flex min-h-8 max-w-measure flex-wrap items-center gap-x-3 text-small">
      <span className="text-muted">
        {checked === undefined
          ? 'A look at microphone and screen first?'
          : checked.how === 'checked'
            ? `Microphone and screen looked at ${ago(checked.at, Math.max(now, checked.at))}.`
            : 'Microphone and screen were not looked at.'}
      </span>
      <button
        type="button"
        onClick={check.run}
        title={tooltip(check)}
        aria-keyshortcuts={check.keys.join(' ')}
        className={`min-h-8 ${LINK}`}
      >
        {checked === undefined ? 'Check them' : 'Check them again'}
      </button>
      {checked === undefined && (
        <button type="button" onClick={skip} className={`min-h-8 ${LINK}`}>
          Skip it
        </button>
      )}
    </p>
  );
};
