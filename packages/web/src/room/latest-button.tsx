import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';

/** Under the conversation, and not over it: it never covers a word. */
export const LatestButton = ({ latest }: { readonly latest: Action }) => (
  <div className="mb-2 flex justify-center border-line border-t pt-2 short:hidden">
    <button
      type="button"
      onClick={latest.run}
      title={tooltip(latest)}
      aria-keyshortcuts={latest.keys.join(' ')}
      className="flex h-8 items-center gap-2 rounded border border-edge px-3 text-small transition-colors hover:bg-accent-soft"
    >
      Latest <span aria-hidden="true">↓</span>
    </button>
  </div>
);
