/**
 * One user action is one object. The key handler, the help dialog and the tooltips all read the same list, so that no
 * key is undocumented and no documented key is dead.
 */
export type Action = {
  readonly name: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly enabled: () => boolean;
  readonly run: () => void;
};

/** A key as it went down: `writing` says what the field it went into holds, if it went into one. */
export type Press = {
  readonly key: string;
  readonly modified: boolean;
  readonly writing: 'no' | 'empty-field' | 'filled-field';
};

/**
 * The action a press means. A field keeps every character typed into it, except that an empty one gives up the keys
 * nobody begins to write with. `characters: false` turns single characters off altogether (WCAG 2.1.4).
 */
export const actionFor = (
  actions: readonly Action[],
  { key, modified, writing }: Press,
  { characters }: { readonly characters: boolean },
): Action | undefined => {
  if (modified) return undefined;
  if (isCharacter(key)) {
    if (!characters || writing === 'filled-field') return undefined;
    if (writing === 'empty-field' && !NEVER_BEGINS_A_WORD.includes(key)) return undefined;
  }
  return actions.find((action) => action.keys.includes(key) && action.enabled());
};

export const isCharacter = (key: string): boolean => key.length === 1;

const NEVER_BEGINS_A_WORD = ['/', '?'];

/** How a key is written on a keyboard and said aloud. */
export const keyCap = (key: string): { readonly cap: string; readonly said: string } =>
  CAPS[key] ?? { cap: key, said: key };

const CAPS: Readonly<Record<string, { cap: string; said: string }>> = {
  Escape: { cap: 'Esc', said: 'Escape' },
  ArrowDown: { cap: '↓', said: 'Arrow down' },
  ArrowUp: { cap: '↑', said: 'Arrow up' },
  ArrowLeft: { cap: '←', said: 'Arrow left' },
  ArrowRight: { cap: '→', said: 'Arrow right' },
  PageUp: { cap: 'Page ↑', said: 'Page up' },
  PageDown: { cap: 'Page ↓', said: 'Page down' },
  ' ': { cap: 'Space', said: 'Space' },
  ',': { cap: ',', said: 'Comma' },
  '.': { cap: '.', said: 'Full stop' },
  '/': { cap: '/', said: 'Slash' },
  '?': { cap: '?', said: 'Question mark' },
};

/** “Find a system (/)”: what a control says of itself when one rests on it. */
export const tooltip = ({ label, keys }: Action): string =>
  `${label} (${keys.map((key) => keyCap(key).cap).join(' ')})`;
