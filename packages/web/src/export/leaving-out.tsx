import { useId } from 'react';
import type { ExportWish } from './export-wish.ts';

type Props = {
  readonly wish: ExportWish;
  /** Nothing can be left out of what is made to be brought in again. */
  readonly whole: boolean;
  readonly onChange: (changed: Partial<ExportWish>) => void;
};

export const LeavingOut = ({ wish, whole, onChange }: Props) => {
  const id = useId();
  return (
    <fieldset disabled={whole} className="border-line border-t pt-3 disabled:text-muted">
      <legend className="sr-only">What is left out</legend>
      <Tick
        checked={wish.redact && !whole}
        onChange={(redact) => onChange({ redact })}
        title="Redact"
        note="Without e-mail addresses, telephone numbers, links, and names that were introduced."
      />
      <div className="mt-1 mb-3 ml-7">
        <label htmlFor={`${id}-also`} className="text-small">
          And without these words
        </label>
        <input
          id={`${id}-also`}
          type="text"
          value={wish.also}
          maxLength={2000}
          onChange={({ target }) =>
            onChange({ also: target.value, redact: target.value !== '' || wish.redact })
          }
          placeholder="Acme, Initech"
          autoComplete="off"
          spellCheck={false}
          className="mt-1 block min-h-9 w-full rounded border border-edge bg-paper px-3 placeholder:text-muted disabled:border-line"
        />
      </div>
      <Tick
        checked={wish.notes || whole}
        onChange={(notes) => onChange({ notes })}
        title="With my private notes"
        note={
          whole ? 'JSON has everything, so that it can be brought in again.' : 'They are left out otherwise.'
        }
      />
    </fieldset>
  );
};

type TickProps = {
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
  readonly title: string;
  readonly note: string;
};

const Tick = ({ checked, onChange, title, note }: TickProps) => {
  const id = useId();
  return (
    <label className="flex gap-3 py-1.5">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        aria-describedby={id}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span>
        <span className="block">{title}</span>
        <span id={id} className="block text-pretty text-muted text-small">
          {note}
        </span>
      </span>
    </label>
  );
};
