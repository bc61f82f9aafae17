import { SWITCH, SWITCH_PLACE } from './switch.ts';
import { THEMES } from './theme.ts';
import type { Theme } from './theme.ts';

type Props = { readonly theme: Theme; readonly onChoose: (theme: Theme) => void; readonly hint: string };

export const ThemeSwitch = ({ theme, onChoose, hint }: Props) => (
  <fieldset className={SWITCH} title={hint}>
    <legend className="sr-only">Theme</legend>
    {THEMES.map((each) => (
      <label key={each} className={`${SWITCH_PLACE} px-2.5`}>
        <input
          type="radio"
          name="theme"
          value={each}
          checked={theme === each}
          onChange={() => onChoose(each)}
          className="sr-only"
        />
        {NAMES[each]}
      </label>
    ))}
  </fieldset>
);

/** “System” would stand beside the systems one is interviewed on. */
const NAMES: Readonly<Record<Theme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };
