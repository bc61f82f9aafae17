import { THEMES } from './theme.ts';
import type { Theme } from './theme.ts';

type Props = { readonly theme: Theme; readonly onChoose: (theme: Theme) => void; readonly hint: string };

export const ThemeSwitch = ({ theme, onChoose, hint }: Props) => (
  <fieldset className="flex rounded border border-line p-0.5" title={hint}>
    <legend className="sr-only">Theme</legend>
    {THEMES.map((each) => (
      <label
        key={each}
        className="flex h-7 items-center rounded-[4px] px-2.5 text-muted text-small transition-colors hover:text-ink has-checked:bg-accent-soft has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-edge forced-colors:has-checked:forced-color-adjust-none forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
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
