import type { Debrief, HeldContent, IdeaNames } from '@dryrun/domain';

/** What the vocabulary calls the ideas that a debrief tells of, and no others; a moment is called after its idea. */
export const namesIn = (
  { concepts, missed }: Debrief,
  { sheet, vocabulary = [] }: Pick<HeldContent, 'sheet' | 'vocabulary'>,
): IdeaNames => {
  const known = new Map([...vocabulary, ...(sheet?.concepts ?? [])].map(({ id, name }) => [id, name]));
  const ideaOf = new Map((sheet?.items ?? []).map(({ id, concept }) => [id, concept]));
  return Object.fromEntries(
    [...concepts.map(({ id }) => id), ...missed.map(({ item }) => item)].flatMap((id) => {
      const name = known.get(ideaOf.get(id) ?? id);
      return name === undefined ? [] : [[id, name]];
    }),
  );
};
