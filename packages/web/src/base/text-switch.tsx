import { SWITCH, SWITCH_PLACE } from './switch.ts';
import { TEXT_SIZES } from './text-size.ts';
import type { TextSize } from './text-size.ts';

type Props = { readonly size: TextSize; readonly onChoose: (size: TextSize) => void; readonly hint: string };

/** Three letters, each as large as it makes the text. */
export const TextSwitch = ({ size, onChoose, hint }: Props) => (
  <fieldset className={SWITCH} title={hint}>
    <legend className="sr-only">Text size</legend>
    {TEXT_SIZES.map((each) => (
      <label key={each} className={`${SWITCH_PLACE} w-7 justify-center`}>
        <input
          type="radio"
          name="text-size"
          value={each}
          checked={size === each}
          onChange={() => onChoose(each)}
          className="sr-only"
        />
        <span aria-hidden="true" className={LETTERS[each]}>
          A
        </span>
        <span className="sr-only">{NAMES[each]}</span>
      </label>
    ))}
  </fieldset>
);

const LETTERS: Readonly<Record<TextSize, string>> = {
  normal: 'text-[0.75em]',
  large: 'text-[1em]',
  larger: 'text-[1.25em]',
};
const NAMES: Readonly<Record<TextSize, string>> = {
  normal: 'Normal text',
  large: 'Large text',
  larger: 'Larger text',
};
