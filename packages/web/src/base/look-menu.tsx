import { useId } from 'react';
import { TextSwitch } from './text-switch.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { tooltip } from './actions.ts';
import { PLAIN } from './button.ts';
import type { Frame } from './use-frame.ts';

/** Size of text and theme where a header has no room for both: behind one button, put away by Escape or elsewhere. */
export const LookMenu = ({ frame }: { readonly frame: Frame }) => {
  const menu = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={menu}
        title="Size of text, and theme"
        aria-label="Size of text, and theme"
        className={`${PLAIN} min-h-8 shrink-0 px-2.5 text-small`}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      <div
        id={menu}
        popover="auto"
        role="group"
        aria-label="Size of text, and theme"
        className="fixed inset-auto top-23 right-4 m-0 sm:top-14 rounded border border-line bg-raised p-3 text-ink shadow-floating sm:right-6"
      >
        <div className="flex flex-wrap gap-2">
          <TextSwitch size={frame.textSize} onChoose={frame.resize} hint={tooltip(frame.actions.text)} />
          <ThemeSwitch theme={frame.theme} onChoose={frame.choose} hint={tooltip(frame.actions.theme)} />
        </div>
      </div>
    </>
  );
};
