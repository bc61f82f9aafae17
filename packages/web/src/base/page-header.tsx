import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { ThemeSwitch } from '../base/theme-switch.tsx';
import type { Theme } from '../base/theme.ts';
import { Wordmark } from '../base/wordmark.tsx';

type Props = {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly nextTheme: Action;
  readonly help: Action;
};

const PARTS = ['systems', 'interviews', 'formats', 'levels'];

export const PageHeader = ({ theme, onTheme, nextTheme, help }: Props) => (
  <header className="flex flex-wrap items-center gap-x-8 gap-y-3 py-5">
    <Wordmark />
    <nav aria-label="On this page" className="hidden sm:block">
      <ul className="flex flex-wrap gap-x-1 text-small">
        {PARTS.map((part) => (
          <li key={part}>
            <a
              href={`#${part}`}
              className="flex h-8 items-center rounded px-2 text-muted capitalize transition-colors hover:text-ink"
            >
              {part}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <div className="ml-auto flex items-center gap-2">
      <ThemeSwitch theme={theme} onChoose={onTheme} hint={tooltip(nextTheme)} />
      <button
        type="button"
        onClick={help.run}
        title={tooltip(help)}
        aria-keyshortcuts="?"
        className="h-8 rounded border border-line px-3 text-muted text-small transition-colors hover:border-edge hover:text-ink"
      >
        Keys
      </button>
    </div>
  </header>
);
