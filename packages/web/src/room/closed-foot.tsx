import { useEffect, useRef } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { PLAIN, PRIMARY } from '../base/button.ts';

type Props = { readonly read: Action; readonly replay: Action };

/** Where one wrote, once there is nothing more to say; the focus is here, as it was there. */
export const ClosedFoot = ({ read, replay }: Props) => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 border-line border-t pt-4 pb-2">
      <p>The interview is over.</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" onClick={replay.run} title={tooltip(replay)} className={PLAIN}>
          Replay
        </button>
        <button ref={button} type="button" onClick={read.run} title={tooltip(read)} className={PRIMARY}>
          Read the debrief
        </button>
      </div>
    </div>
  );
};
