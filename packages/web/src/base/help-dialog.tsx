import { isCharacter } from './actions.ts';
import type { Action } from './actions.ts';
import { KeyCaps } from './key-caps.tsx';
import { useModal } from './use-modal.ts';

type Props = {
  readonly actions: readonly Action[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly characters: boolean;
  readonly onCharacters: (on: boolean) => void;
};

/** The keys, from the same list that answers them. */
export const HelpDialog = ({ actions, open, onClose, characters, onCharacters }: Props) => {
  const dialog = useModal(open);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded border border-line bg-raised text-ink shadow-floating backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <div className="p-6">
        <div className="flex items-center justify-between">
          <h2 id="help-title" className="text-large font-strong">
            Keys
          </h2>
          <button
            type="button"
            onClick={onClose}
            className="h-8 rounded border border-line px-3 text-small transition-colors hover:border-edge"
          >
            Close
          </button>
        </div>
        <dl className="mt-4">
          {actions.map(({ name, label, keys }) => (
            <div
              key={name}
              className="flex min-h-10 items-center justify-between gap-6 border-line border-t py-1"
            >
              <dt className={keys.every(isCharacter) && !characters ? 'text-muted line-through' : ''}>
                {label}
              </dt>
              <dd>
                <KeyCaps keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-10 items-center gap-3 border-line border-t pt-3 text-small text-muted">
          <input
            type="checkbox"
            checked={characters}
            onChange={(event) => onCharacters(event.target.checked)}
            className="size-4 accent-accent"
          />
          Single characters work as keys. Turn this off if you speak to your computer.
        </label>
      </div>
    </dialog>
  );
};
