import { keyCap } from './actions.ts';

export const KeyCaps = ({ keys }: { readonly keys: readonly string[] }) => (
  <span className="inline-flex gap-1">
    {keys.map((key) => (
      <kbd
        key={key}
        className="inline-flex h-6 min-w-6 items-center justify-center rounded border border-line bg-paper px-1.5 font-mono text-small text-muted"
      >
        <span aria-hidden="true">{keyCap(key).cap}</span>
        <span className="sr-only">{keyCap(key).said}</span>
      </kbd>
    ))}
  </span>
);
