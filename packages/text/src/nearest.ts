/** The names somebody may have meant, closest first: those within a third of the word's length in edits, or that begin alike. */
export const nearest = (word: string, names: readonly string[], most = 3): readonly string[] => {
  const meant = word.toLowerCase();
  const reach = Math.max(2, Math.floor(meant.length / 3));
  return names
    .map((name) => ({ name, away: distance(meant, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= reach || (meant.length >= 3 && name.toLowerCase().startsWith(meant)))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name);
};

/** “Did you mean …?” as an end of a sentence, or nothing. */
export const didYouMean = (word: string, names: readonly string[]): string => {
  const near = nearest(word, names);
  return near.length === 0 ? '' : ` Did you mean ${near.map((name) => `“${name}”`).join(' or ')}?`;
};

/** Edits between two words; two swapped neighbours are one edit, as in typing. */
export const distance = (a: string, b: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
};
