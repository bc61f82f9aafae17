// Proves docs/spec/shared-content.md: the signals, levels and rubric hold what the source documents say, in their words.
// It reads the files as they are written. That they have the shape of packages/content's schemas is CO9's matter.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIMENSIONS, LEVELS } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Clause = string | Readonly<Record<string, string>>;
type Clauses = Readonly<Record<string, Clause>>;
type Signal = {
  readonly id: string;
  readonly kind: string;
  readonly says: string;
  readonly dimension: string;
  readonly level: string;
  readonly severity?: string;
  readonly shown: readonly string[];
  readonly elicits: { readonly move: string; readonly ask: string };
  readonly parts?: Readonly<Record<string, string>>;
  readonly sources: readonly string[];
};
type Bands = { readonly exceeds: string; readonly meets: string; readonly below: string };
type Dimension = {
  readonly id: string;
  readonly title: string;
  readonly exceeds: Clauses;
  readonly meets: Clauses;
  readonly below: Clauses;
  readonly levels: Readonly<Record<string, Bands>>;
  readonly also: Clauses;
};
type Level = { readonly id: string; readonly compared: Readonly<Record<string, string>> };
type Row = {
  readonly id: string;
  readonly line: number;
  readonly document: string;
  readonly kind: string;
  readonly asks: string;
  readonly where: string;
};

const read = (path: string): unknown => parse(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
const signals = read('content/signals.yaml') as readonly Signal[];
const levels = read('content/levels.yaml') as readonly Level[];
const rubric = read('content/rubric.yaml') as readonly Dimension[];
const { rows } = read('docs/spec/coverage.yaml') as { readonly rows: readonly Row[] };

/** The path after the # of every row that points into a file. */
const pointingAt = (file: string) =>
  rows.flatMap((row) => {
    const [path, anchor] = row.where.split('#');
    return path === file && anchor ? [{ ...row, path: anchor.split('.') }] : [];
  });

/** Wording without Markdown marks, quotes, runs of space and case. */
const plain = (text: string) =>
  text
    .replace(/[*\\"“”]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const twice = (all: readonly string[]) => all.filter((one, index) => all.indexOf(one) !== index);

describe('signals.yaml', () => {
  const mine = pointingAt('content/signals.yaml');

  it('SC1 names every signal once', () => {
    expect(signals.length).toBeGreaterThan(0);
    expect(twice(signals.map(({ id }) => id))).toEqual([]);
  });

  it('SC1 cites every row that points at a signal, and only rows that do', () => {
    expect(mine.length).toBeGreaterThan(0);
    expect(Object.fromEntries(signals.map(({ id, sources }) => [id, [...sources].sort()]))).toEqual(
      Object.fromEntries(
        [...new Set(mine.map(({ path }) => path[0] ?? ''))].map((id) => [
          id,
          mine
            .filter(({ path }) => path[0] === id)
            .map((row) => row.id)
            .sort(),
        ]),
      ),
    );
  });

  it('SC1 has the words and the kind of a row that it is made of', () => {
    const whole = (signal: Signal) => mine.filter(({ path }) => path.length === 1 && path[0] === signal.id);
    const says = (signal: Signal) =>
      whole(signal).length === 0 ||
      whole(signal).some(({ asks }) => plain(signal.says).includes(plain(asks)));
    // A row about how to interview (look for a growth mindset) makes a signal, as does a row that is only a part.
    const kinds = (signal: Signal) =>
      mine
        .filter(({ path }) => path[0] === signal.id)
        .map(({ kind }) => (kind === 'practice' ? 'signal' : kind));
    expect(signals.filter((signal) => !says(signal)).map(({ id }) => id)).toEqual([]);
    expect(signals.filter((signal) => !kinds(signal).includes(signal.kind)).map(({ id }) => id)).toEqual([]);
  });

  it('SC1 has every part that a row points at, in words of that row', () => {
    const parts = mine.filter(({ path }) => path.length > 1);
    expect(parts.length).toBeGreaterThan(0);
    const lost = parts.filter(({ path: [id, key, part = ''], asks }) => {
      const text = signals.find((signal) => signal.id === id)?.parts?.[part];
      return key !== 'parts' || !text || !plain(asks).includes(plain(text));
    });
    expect(lost.map((row) => row.id)).toEqual([]);
    const pointedAt = parts.map(({ path }) => path.join('.'));
    const held = signals.flatMap(({ id, parts: own }) =>
      Object.keys(own ?? {}).map((part) => `${id}.parts.${part}`),
    );
    expect(held.filter((part) => !pointedAt.includes(part))).toEqual([]);
  });

  it('SC2 weighs what speaks against somebody, and nothing else', () => {
    const against = ['red-flag', 'warning', 'disqualifier'];
    const wrong = signals.filter(({ kind, severity }) =>
      against.includes(kind)
        ? !['disqualifier', 'warning', 'note'].includes(severity ?? '')
        : severity !== undefined,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('SC2 lets only the five disqualifiers of the principal-level guide decide, and only there', () => {
    const decide = signals.filter(({ severity }) => severity === 'disqualifier');
    expect(decide.map(({ id, kind, level }) => [id, kind, level]).sort()).toEqual([
      ['cannot-discuss-alternatives', 'disqualifier', 'principal'],
      ['dismissive-or-defensive', 'disqualifier', 'principal'],
      ['ignores-production-entirely', 'disqualifier', 'principal'],
      ['no-reasoning-for-decisions', 'disqualifier', 'principal'],
      ['unaware-of-ml-challenges', 'disqualifier', 'principal'],
    ]);
  });

  it('SC3 asks one question for each', () => {
    const wrong = signals.filter(
      ({ elicits }) => elicits.ask.split('?').length !== 2 || !elicits.ask.endsWith('?'),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  // Words are compared as written: it is the author who sees to synonyms, and this that nobody forgets.
  it('SC3 never gives the thing away in the question', () => {
    const given = signals.flatMap(({ id, says, elicits }) => {
      const telling = [
        ...words(id).filter((word) => word.length > 3),
        ...words(says).filter((word) => word.length > 6),
      ];
      return words(elicits.ask)
        .filter((word) => telling.includes(word))
        .map((word) => `${id}: ${word}`);
    });
    expect(given).toEqual([]);
  });

  it('SC9 is shown in three to six ways, two of them spoken', () => {
    const wrong = signals.filter(
      ({ shown }) =>
        shown.length < 3 || shown.length > 6 || shown.filter((way) => way.startsWith('“')).length < 2,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('SC9 tells a way of showing it in words of its own, and for one signal', () => {
    const ways = signals.flatMap(({ shown }) => shown.map(plain));
    expect(twice(ways)).toEqual([]);
    expect(ways.filter((way) => words(way).length < 4)).toEqual([]);
    const copied = signals.filter(({ says, shown }) => shown.some((way) => plain(way).includes(plain(says))));
    expect(copied.map(({ id }) => id)).toEqual([]);
  });
});

/** What to Evaluate, in the brief: its heading, then its bullets. */
const BULLETS = {
  'ML Knowledge': [
    'Understanding of ML algorithms and when to use them',
    'Knowledge of evaluation metrics and their trade-offs',
    'Familiarity with common ML architectures',
    'Understanding of bias-variance trade-off, overfitting, etc.',
  ],
  'ML Systems Knowledge': [
    'End-to-end ML pipeline design',
    'Feature engineering best practices',
    'Model serving patterns',
    'ML monitoring and observability',
    'Knowledge of ML infrastructure tools (feature stores, model registries, etc.)',
  ],
  'Problem Solving': [
    'Ability to formulate business problems as ML problems',
    'Breaking down complex ML systems',
    'Making reasonable assumptions about data and scale',
    'Identifying potential failure modes',
  ],
  'Trade-off Analysis': [
    'Model complexity vs interpretability',
    'Latency vs accuracy',
    'Online vs offline predictions',
    'Precision vs recall (based on business needs)',
    'Cost vs performance',
    'Freshness vs stability',
    'Build vs buy (third-party APIs, pre-trained models)',
  ],
  'Production Awareness': [
    'Understanding of ML technical debt',
    'Data quality and validation',
    'Model monitoring and alerting',
    'A/B testing and experimentation',
    'Handling edge cases and fallbacks',
  ],
  Communication: [
    'Clear explanation of ML concepts',
    'Use of diagrams to show data flow',
    'Justification of design decisions',
    'Receptiveness to feedback',
  ],
};

/** The level guide's Cross-Level Comparison Summary. */
const COMPARED = [
  [
    'clarifications',
    'Ask detailed questions',
    'Production-specific questions',
    'Strategic assumptions + justify',
  ],
  [
    'architecture',
    'High-level components',
    'Production patterns + why not alternatives',
    'Multi-year roadmap, phases',
  ],
  [
    'tech-choices',
    'Justify model selection',
    'Deep "why" specific tech over alternatives',
    'Cost-benefit analysis, ROI',
  ],
  [
    'trade-offs',
    'Present options',
    'Quantify tradeoffs with metrics',
    'Strategic risk matrix, financial impact',
  ],
  [
    'experience',
    'Mention relevant knowledge',
    'Cite shipped systems, specific metrics',
    'Org-wide impact, cross-functional coordination',
  ],
  ['scope', 'Single system', 'Production system with scale', 'Multi-year initiative, team structure'],
  [
    'depth',
    'Correct technical approach',
    'Shipped experience, production pitfalls',
    'Strategic decisions, unresolved questions',
  ],
] as const;

/** The principal-level guide's rubric: dimension, title, then what exceeds, meets and is below. */
const RUBRIC = [
  [
    'problem-navigation',
    'Problem Navigation & Formulation',
    'Reframes problem in multiple ways, identifies optimal formulation, challenges assumptions constructively',
    'Asks comprehensive clarifying questions, states assumptions clearly, defines success metrics aligned with business goals',
    'Accepts vague problem statement at face value, minimal requirement gathering, unclear success criteria',
  ],
  [
    'technical-depth',
    'Technical Depth',
    'Demonstrates mastery of ML systems with production battle scars, can go very deep on complex topics, proposes novel solutions',
    'Strong understanding of ML system components, explains choices with solid reasoning, shows awareness of state-of-the-art techniques',
    'Surface-level knowledge, struggles when probed, limited awareness of production challenges',
  ],
  [
    'technical-breadth',
    'Technical Breadth',
    'Seamlessly connects ML to distributed systems, data engineering, infrastructure, and business strategy',
    'Competent across multiple domains (data, modeling, serving, monitoring), understands how pieces fit together',
    'Narrow expertise in one area, struggles to design end-to-end system',
  ],
  [
    'architecture',
    'System Design & Architecture',
    'Elegant, simple designs that demonstrate sophisticated understanding, proactively identifies bottlenecks and failure modes',
    'Sound architectural choices, considers scalability and reliability, designs modular components',
    "Naive or overly complex design, doesn't address scalability, misses critical components",
  ],
  [
    'trade-offs',
    'Trade-off Analysis',
    'Sophisticated multi-dimensional trade-off analysis (technical, business, organizational), frames decisions strategically',
    'Discusses pros/cons of approaches, acknowledges limitations, can compare alternatives',
    'Presents single solution without alternatives, cannot articulate trade-offs',
  ],
  [
    'production',
    'Production & Operational Awareness',
    'Deep experience with production ML systems at scale, anticipates operational challenges, designs for observability and maintainability',
    'Discusses monitoring, deployment strategies, and failure handling appropriately',
    'Focuses only on training, neglects serving/monitoring, no operational considerations',
  ],
  [
    'strategy',
    'Strategic Thinking & Business Impact',
    'Connects technical decisions to business outcomes, considers organizational implications, demonstrates leadership mindset',
    'Aligns technical choices with business goals, understands stakeholder perspectives',
    'Purely technical focus without business context',
  ],
  [
    'communication',
    'Communication & Collaboration',
    'Exceptional communication clarity, makes complex topics accessible, demonstrates strong collaborative skills',
    'Clear, structured communication, keeps interviewer aligned with thought process, responds well to feedback',
    'Disorganized explanation, difficult to follow reasoning, poor listening',
  ],
] as const;

/** The clauses in their order, and nothing between them but what joins a list. */
const readsAs = (band: Clauses) => {
  const joined = (texts: readonly string[]) => texts.map(escaped).join('(?:, and |, | and )');
  const clause = (one: Clause) => {
    if (typeof one === 'string') return escaped(one);
    const { says = '', ...parts } = one;
    return `${escaped(says)} ${joined(Object.values(parts))}`;
  };
  return new RegExp(`^${Object.values(band).map(clause).join('(?:, and |, | and )')}$`);
};
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('rubric.yaml', () => {
  it('SC4 reads each bullet of the brief under one dimension', () => {
    const bullets = Object.values(BULLETS).flat();
    expect(bullets).toHaveLength(29);
    const mapped = rubric
      .flatMap(({ also }) => Object.values(also))
      .filter((text) => bullets.includes(String(text)));
    expect([...mapped].sort()).toEqual([...bullets].sort());
  });

  it('SC4 reads each heading of the bullets under one dimension', () => {
    const headings = rubric
      .flatMap(({ also }) => Object.values(also))
      .filter((text) => String(text) in BULLETS);
    expect([...headings].sort()).toEqual(Object.keys(BULLETS).sort());
  });

  it('SC4 puts a signal made of a bullet under the dimension of that bullet', () => {
    const bullets = Object.values(BULLETS).flat();
    const dimensionOf = (bullet: string) =>
      rubric.find(({ also }) => Object.values(also).includes(bullet))?.id;
    const made = rows.filter(
      ({ document, line, where }) =>
        document === 'brief' && line >= 155 && line <= 198 && where.startsWith('content/signals.yaml#'),
    );
    expect(made.length).toBeGreaterThan(20);
    const apart = made.filter((row) => {
      const bullet = bullets.find((one) => plain(one).includes(plain(row.asks))) ?? '';
      const signal = signals.find(({ sources }) => sources.includes(row.id));
      return !signal || signal.dimension !== dimensionOf(bullet);
    });
    expect(apart.map(({ id }) => id)).toEqual([]);
  });

  it('SC6 has the eight dimensions by the names of the guide', () => {
    expect(RUBRIC.map(([id]) => id)).toEqual([...DIMENSIONS]);
    expect(rubric.map(({ id, title }) => [id, title])).toEqual(RUBRIC.map(([id, title]) => [id, title]));
  });

  it.each(RUBRIC)(
    'SC6 puts the bands of the guide together again: %s',
    (id, _title, exceeds, meets, below) => {
      const dimension = rubric.find((one) => one.id === id);
      expect(exceeds).toMatch(readsAs(dimension?.exceeds ?? {}));
      expect(meets).toMatch(readsAs(dimension?.meets ?? {}));
      expect(below).toMatch(readsAs(dimension?.below ?? {}));
    },
  );

  it('SC8 says for every dimension and level what each band looks like, and never the same twice', () => {
    const all = rubric.flatMap((dimension) =>
      LEVELS.map((level) => [dimension.id, level, dimension.levels[level]] as const),
    );
    expect(all.filter(([, , bands]) => !bands?.exceeds || !bands.meets || !bands.below)).toEqual([]);
    expect(
      twice(all.flatMap(([, , bands]) => [bands?.exceeds ?? '', bands?.meets ?? '', bands?.below ?? ''])),
    ).toEqual([]);
  });
});

describe('levels.yaml', () => {
  it.each(COMPARED)('SC5 compares the levels as the level guide does: %s', (row, ...cells) => {
    const compared = ['L5', 'L6', 'L7'].map((id) => levels.find((level) => level.id === id)?.compared[row]);
    expect(compared).toEqual(cells);
  });

  it('SC5 has all seven cells for every level', () => {
    const kept = levels.map(({ id, compared }) => [id, Object.keys(compared)]);
    expect(kept).toEqual(LEVELS.map((id) => [id, COMPARED.map(([row]) => row)]));
  });
});

/** The text at a path of ids and keys; of something with parts, what it says as a whole. */
const textAt = (list: readonly { readonly id: string }[], [id, ...keys]: readonly string[]) => {
  let node: unknown = list.find((one) => one.id === id);
  for (const key of keys) node = (node as Readonly<Record<string, unknown>> | undefined)?.[key];
  if (typeof node === 'object' && node !== null && 'says' in node) node = node.says;
  return typeof node === 'string' ? node : '';
};

describe('the rows of the sources', () => {
  it.each([
    ['content/levels.yaml', levels],
    ['content/rubric.yaml', rubric],
  ])('SC7 find their words where they point: %s', (file, list) => {
    const mine = pointingAt(file);
    expect(mine.length).toBeGreaterThan(0);
    // The title of the principal level is ours; the guide only names the role.
    const lost = mine
      .filter(({ id }) => id !== 'principal-guide-5-title')
      .filter(({ path, asks }) => !plain(textAt(list, path)).includes(plain(asks)));
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});
