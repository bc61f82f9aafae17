/** What it means for an interview whether a system has facts of its own. */
export const SHEET_WORDS = {
  own: 'It has a fact sheet of its own: ask for a fact, and you are told it, always the same.',
  none: 'It has no fact sheet of its own yet. Where you ask for a fact, you are asked what you assume and held to that, and your words are read with the vocabulary that all systems share.',
} as const;
