import { useId } from 'react';
import { EXPORT_FORMS } from './export-wish.ts';
import type { ExportForm } from './export-wish.ts';

type Props = { readonly chosen: ExportForm; readonly onChoose: (form: ExportForm) => void };

export const ExportForms = ({ chosen, onChoose }: Props) => {
  const id = useId();
  return (
    <fieldset className="mt-4">
      <legend className="sr-only">Form</legend>
      {EXPORT_FORMS.map(({ form, title, note }) => (
        <label key={form} className="flex gap-3 border-line border-t py-2.5 first-of-type:border-t-0">
          <input
            type="radio"
            name={id}
            value={form}
            checked={form === chosen}
            onChange={() => onChoose(form)}
            aria-describedby={`${id}-${form}`}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>
            <span className="block">{title}</span>
            <span id={`${id}-${form}`} className="block text-pretty text-muted text-small">
              {note}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
