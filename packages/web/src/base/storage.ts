/** What this browser remembers. Storage may be closed to the page; then a choice lasts as long as the page. */
export const remembered = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

export const remember = (key: string, value: string | undefined): void => {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
};

/** Everything remembered under keys that begin like this. */
export const rememberedUnder = (prefix: string): readonly string[] => {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => remembered(key) ?? []);
  } catch {
    return [];
  }
};
