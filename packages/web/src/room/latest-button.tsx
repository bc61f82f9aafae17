import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';

export const LatestButton = ({ latest }: { readonly latest: Action }) => (
  <button
    type="button"
    onClick={latest.run}
    title={tooltip(latest)}
    className="absolute inset-x-0 bottom-3 mx-auto flex h-8 w-fit items-center gap-2 rounded border border-line bg-raised px-3 text-small shadow-floating transition-colors hover:border-edge short:hidden"
  >
    Latest <span aria-hidden="true">↓</span>
  </button>
);
