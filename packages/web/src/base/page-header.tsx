import type { ReactNode } from 'react';
import { tooltip } from './actions.ts';
import { TextSwitch } from './text-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Frame } from './use-frame.ts';
import { Wordmark } from './wordmark.tsx';

type Props = { readonly frame: Frame; readonly children?: ReactNode };

export const PageHeader = ({ frame, children }: Props) => (
  <header className="flex flex-wrap items-center gap-x-8 gap-y-3 py-5 print:hidden">
    <a href="/" title="Home">
      <Wordmark />
    </a>
    {children}
    <div className="ml-auto flex flex-wrap items-center gap-2">
      <TextSwitch size={frame.textSize} onChoose={frame.resize} hint={tooltip(frame.actions.text)} />
      <ThemeSwitch theme={frame.theme} onChoose={frame.choose} hint={tooltip(frame.actions.theme)} />
      <button
        type="button"
        onClick={frame.actions.help.run}
        title={tooltip(frame.actions.help)}
        aria-keyshortcuts="?"
        className="h-8 rounded border border-line px-3 text-muted text-small transition-colors hover:border-edge hover:text-ink"
      >
        Keys
      </button>
    </div>
  </header>
);
