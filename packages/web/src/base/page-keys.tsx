import type { Action } from './actions.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { Frame } from './use-frame.ts';
import { useKeys } from './use-keys.ts';

type Props = { readonly frame: Frame; readonly actions: readonly Action[] };

/** Answers the keys of a page, and lists them when asked. */
export const PageKeys = ({ frame, actions }: Props) => {
  const all = [...actions, ...Object.values(frame.actions)];
  const { characters, chooseCharacters } = useKeys(all);
  return (
    <HelpDialog
      actions={all}
      open={frame.helping}
      onClose={frame.close}
      characters={characters}
      onCharacters={chooseCharacters}
    />
  );
};
