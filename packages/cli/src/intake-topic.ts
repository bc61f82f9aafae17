import type { SystemEntry } from '@dryrun/content';

/**
 * The systems that what was said fits best: named outright, or by words of title and aliases, or by the family's ways
 * of being called. All of them for “anything”; undefined when no word says which.
 */
export const topicIn = (
  answer: string,
  systems: readonly SystemEntry[],
): readonly SystemEntry[] | undefined => {
  const { wanted, unwanted } = parted(plain(answer));
  const allowed = unwanted ? systems.filter((system) => fit(unwanted, system) === 0) : systems;
  const rated = allowed.map((system) => ({ system, rate: fit(wanted, system) }));
  const best = Math.max(0, ...rated.map(({ rate }) => rate));
  if (best > 0) return rated.filter(({ rate }) => rate === best).map(({ system }) => system);
  return ANYTHING.test(wanted) || (unwanted && allowed.length < systems.length && allowed.length > 0)
    ? allowed
    : undefined;
};

const ANYTHING =
  /\b(?:anything|whatever|any|surprise me|no preference|you (?:choose|pick|decide)|up to you|(?:do not|dont|don t) (?:mind|care))\b/;

/** How families are called beside their names. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  language: ['nlp', 'llm', 'llms', 'text', 'chat', 'chatbot', 'assistant', 'generative ai', 'genai'],
  platform: ['platforms', 'infrastructure', 'infra', 'mlops', 'serving', 'tooling'],
  recommendation: ['recommendations', 'recommender', 'recommenders', 'recsys', 'feed', 'personalisation'],
  retrieval: ['search', 'ranking', 'information retrieval', 'rag'],
  vision: ['computer vision', 'image', 'images', 'photo', 'photos', 'camera', 'cv'],
  ads: ['ad', 'advertising', 'advertisement', 'advertisements', 'bidding'],
  safety: ['trust', 'abuse', 'moderation', 'fraud', 'spam', 'security', 'integrity'],
  prediction: ['forecasting', 'pricing', 'anomaly', 'anomalies', 'time series'],
  'image-generation': ['image generation', 'diffusion', 'generative images', 'video generation'],
};

const NAMED = 100;
const WORD = 10;
const FAMILY = 1;

const fit = (said: string, { slug, title, aliases, family }: SystemEntry): number => {
  const names = [plain(title), plain(slug), ...aliases.map(plain)];
  if (names.some((name) => holds(said, name))) return NAMED;
  const words = new Set(names.flatMap((name) => name.split(' ')).filter((word) => !TOO_COMMON.has(word)));
  const met = [...words].filter((word) => holds(said, word)).length * WORD;
  const called = [plain(family), ...(CALLED[family] ?? [])].some((name) => holds(said, name));
  return met + (called ? FAMILY : 0);
};

const TOO_COMMON = new Set(
  'a ai an and at for in may ml of on or people real scale similar system systems the time to you your know'.split(
    ' ',
  ),
);

/** Whole words only, one plural apart. */
const holds = (said: string, name: string): boolean => {
  const singular = (text: string) => ` ${text} `.replaceAll(/(\w{3})s(?= )/g, '$1');
  return name !== '' && singular(said).includes(singular(name));
};

/** “anything but ads”, “not vision”: up to the next comma, full stop or “but”. */
const parted = (said: string): { wanted: string; unwanted: string } => {
  const refused =
    /\b(?:anything but|everything but|not|no(?! preference)|never|except|besides)\b((?:(?!\bbut\b)[^,.;])*)/g;
  return {
    unwanted: [...said.matchAll(refused)].map((match) => match[1] ?? '').join(' '),
    wanted: said.replaceAll(refused, ' ').trim(),
  };
};

/** Lower case, one spelling, words and the marks that part clauses. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9,.;]+/g, ' ')
    .replaceAll(/([,.;])/g, ' $1 ')
    .replaceAll(/(\w)ization\b/g, '$1isation')
    .replaceAll(/(\w)ized\b/g, '$1ised')
    .replaceAll(/\s+/g, ' ')
    .trim();
