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
/** Of a whole alias, a word is a hint where nothing else says anything. */
const WORD_OF_ALIAS = 0.5;

const fit = (said: string, { slug, title, aliases, family }: SystemEntry): number => {
  const [own, others] = [[plain(title), plain(slug)], aliases.map(plain)];
  if ([...own, ...others].some((name) => holds(said, name))) return NAMED;
  const called = [plain(family), ...(CALLED[family] ?? [])].some((name) => holds(said, name));
  const rate = wordsMet(said, own) * WORD + (called ? FAMILY : 0);
  return rate > 0 ? rate : wordsMet(said, others) * WORD_OF_ALIAS;
};

const wordsMet = (said: string, names: readonly string[]): number => {
  const words = new Set(names.flatMap((name) => name.split(' ')).filter((word) => !TOO_COMMON.has(word)));
  return [...words].filter((word) => holds(said, word)).length;
};

const TOO_COMMON = new Set(
  'a ai an and as at by for in may ml of on or people real scale similar system systems the time to with you your know'.split(
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
