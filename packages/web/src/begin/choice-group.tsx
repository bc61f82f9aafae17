import type { Option } from './choices.ts';

type Props<Value> = {
  readonly name: string;
  readonly title: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  /** Lines that the longest note takes, so that choosing moves nothing. */
  readonly noteClass?: string;
};

export const CHOICE =
  'flex min-h-9 items-center rounded border border-line px-3 text-small transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none';

/** One of a few, all of them in sight, and what the chosen one means beneath. */
export const ChoiceGroup = <Value extends string | number>({
  name,
  title,
  options,
  chosen,
  onChoose,
  noteClass = 'min-h-6',
}: Props<Value>) => (
  <fieldset>
    <legend className="mb-2 font-strong">{title}</legend>
    <div className="flex flex-wrap gap-1.5">
      {options.map((option) => (
        <label key={option.value} className={CHOICE}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
            className="sr-only"
          />
          {option.title}
        </label>
      ))}
    </div>
    <p className={`mt-2 max-w-measure text-pretty text-muted text-small first-letter:uppercase ${noteClass}`}>
      {options.find(({ value }) => value === chosen)?.note}
    </p>
  </fieldset>
);
