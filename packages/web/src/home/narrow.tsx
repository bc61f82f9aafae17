type Props = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
};

/** One thing that a list is narrowed by; the first option does not narrow it. */
export const Narrow = ({ label, value, options, onChoose }: Props) => (
  <label className="text-small">
    <span className="sr-only">{label}</span>
    <select
      value={value}
      onChange={({ target }) => onChoose(target.value)}
      className="h-9 w-full rounded border border-edge bg-raised px-2"
    >
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

export const levelName = (level: string): string => (level === 'principal' ? 'Principal' : level);
