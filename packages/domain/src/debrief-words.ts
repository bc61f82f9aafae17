/** What bands, dimensions, levels and everything else with an id are called wherever a debrief is read. */
import type { Band, Debrief } from './debrief.ts';
import type { Dimension } from './vocabulary.ts';

export const BAND_TITLES: Readonly<Record<Band, string>> = {
  below: 'Below',
  meets: 'Meets',
  exceeds: 'Exceeds',
  'not-shown': 'Not shown',
};

/** Beside a band under which nothing is quoted. */
export const nothingQuoted = (band: Band): string =>
  band === 'not-shown' ? 'No mark: not enough was asked and said for one.' : 'No words are quoted for it.';

export const DIMENSION_TITLES: Readonly<Record<Dimension, string>> = {
  'problem-navigation': 'Problem navigation',
  'technical-depth': 'Technical depth',
  'technical-breadth': 'Technical breadth',
  architecture: 'Architecture',
  'trade-offs': 'Trade-offs',
  production: 'Production',
  strategy: 'Strategy',
  communication: 'Communication',
};

/** “L5 to L6, most likely L6”; where nothing can be said, that. */
export const levelSaid = ({ low, most, high }: Debrief['levelReading']): string => {
  if (low === null || high === null) return 'No level is read';
  if (low === high) return low;
  return most === null ? `${low} to ${high}` : `${low} to ${high}, most likely ${most}`;
};

/** In a list of quotes nobody wants to read “You said” in front of each. */
export const withoutSaying = (points: readonly string[]): readonly string[] =>
  points.length > 1 && points.every((point) => point.startsWith(SAYING))
    ? points.map((point) => point.slice(SAYING.length))
    : points;

const SAYING = 'You said: ';

/** A reading as a sentence, for another may follow it: “Compared, by “rather than”” is not ended by its quote. */
export const asSentence = (reading: string): string => {
  const text = reading.charAt(0).toUpperCase() + reading.slice(1);
  return /[.!?…][”’)]?$/.test(text) ? text : `${text}.`;
};

/** What the vocabulary calls ideas, by id. */
export type IdeaNames = Readonly<Record<string, string>>;

/** An idea as the vocabulary calls it, to begin a line with; where it has no name, its id as words. */
export const ideaSaid = (id: string, names: IdeaNames = {}): string => {
  const name = Object.hasOwn(names, id) ? names[id] : undefined;
  if (name === undefined) return idSaid(id);
  return /^[a-z]+[A-Z]/.test(name) ? name : name.charAt(0).toUpperCase() + name.slice(1);
};

/** An idea of which no words are shown and nothing more is said: there is nothing to contest, and nothing to go to. */
export const isOnlyNamed = ({ depth, mistaken, evidence }: Debrief['concepts'][number]): boolean =>
  depth === 'named' && !mistaken && evidence.length === 0;

/** Such ideas in one sentence, each as it stands within one. */
export const onlyNamedSaid = (ideas: readonly { readonly id: string }[], names: IdeaNames = {}): string =>
  `Named without more: ${ideas
    .map(({ id }) =>
      Object.hasOwn(names, id)
        ? names[id]
        : idSaid(id).replace(/^[A-Z][a-z]+\b/, (word) => word.toLowerCase()),
    )
    .join('; ')}.`;

/** Ids are lower-case words joined by “-”: “kv-cache” is “KV cache”, “llm-server/gpu” is “LLM server, GPU”. */
export const idSaid = (id: string): string => {
  const words = id.replaceAll('/', ', ').replaceAll('-', ' ');
  const text = words.replaceAll(/[a-z0-9]+/g, (word) => SPELT.get(word) ?? word);
  return text.startsWith('vLLM') ? text : text.charAt(0).toUpperCase() + text.slice(1);
};

/** What is spelt otherwise than a word. */
const SPELT: ReadonlyMap<string, string> = new Map(
  (
    'AI API BERT CDN CNN CPU CTR DPO EU FAISS GAN GDPR GPU GPUs HNSW JSON KPI KV LLM LLMs LoRA ML MLOps NoSQL OCR ONNX PII ' +
    'RAG RLHF ROI SDK SLA SLO SLOs SQL TPOT TTFT UI URL VIT vLLM'
  )
    .split(' ')
    .map((spelt) => [spelt.toLowerCase(), spelt]),
);
