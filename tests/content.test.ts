import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { loadCatalogue, readContentFolder } from '@dryrun/app';
import { compile, describeFinding, editorSchemas, hold } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import { beforeAll, describe, expect, it } from 'vitest';

const SYSTEMS = [
  'chat-summary',
  'text-to-sql',
  'genai-api',
  'prompt-suggestion',
  'picture-translation',
  'visual-search',
  'street-view-blurring',
  'video-search',
  'harmful-content-detection',
  'video-recommendation',
  'event-recommendation',
  'ad-click-prediction',
  'similar-listings',
  'news-feed',
  'people-you-may-know',
  'smart-compose',
  'machine-translation',
  'chat-assistant',
  'image-captioning',
  'retrieval-augmented-generation',
  'face-generation',
  'high-resolution-image-synthesis',
  'text-to-image',
  'personalized-headshots',
  'text-to-video',
  'fraud-detection',
  'search-ranking',
  'real-time-bidding',
  'content-moderation',
  'dynamic-pricing',
  'spam-detection',
  'recommendation-engine',
  'personalization-platform',
  'multi-model-serving',
  'automl-platform',
  'real-time-ml-pipeline',
  'infrastructure-anomaly-detection',
  'genai-evaluation',
  'llm-search',
  'coding-assistant',
  'rlhf-pipeline',
  'llm-serving',
  'agentic-system',
];

/** Format, phase and question, and the words that must be in it. */
const ASKED = [
  [
    'interview-60',
    'background.experience',
    'Which machine-learning systems have you worked on, and what was your part in them?',
  ],
  ['interview-60', 'high-level-design.formulate', 'How would you put this as a machine-learning task?'],
  [
    'interview-60',
    'high-level-design.outline',
    'Could you walk me through the components? Draw them if it helps.',
  ],
  ['interview-60', 'high-level-design.data-flow', 'How does the data flow from its sources to predictions?'],
  ['interview-60', 'high-level-design.offline-online', 'Which components are offline, and which are online?'],
  ['interview-60', 'scaling-and-production.tenfold', 'How would it handle ten times the prediction volume?'],
  ['interview-60', 'scaling-and-production.cost', 'Where does the money go, and what would you do about it?'],
  [
    'interview-60',
    'requirements.measure',
    'How would you measure if this model is performing well in production?',
  ],
  ['interview-60', 'deep-dive.distribution', 'What happens if the data distribution changes over time?'],
  ['interview-60', 'deep-dive.sudden-drop', 'How would you debug if the model accuracy suddenly drops?'],
  [
    'interview-60',
    'high-level-design.simple-complex',
    'What are the trade-offs between a simple linear model and a complex deep learning model here?',
  ],
  [
    'interview-60',
    'deep-dive.same-features',
    'How would you ensure the online features match the offline training features?',
  ],
  ['interview-60', 'scaling-and-production.too-slow', 'What would you do if prediction latency is too high?'],
  ['interview-60', 'scaling-and-production.retrain-when', 'How frequently should the model be retrained?'],
  ['interview-60', 'deep-dive.service-down', 'What happens if the model prediction service goes down?'],
  [
    'interview-45',
    'high-level-design.outline',
    'Could you outline the major components? Draw them if it helps.',
  ],
  [
    'interview-45',
    'high-level-design.data-flow',
    'How does the data flow through it, from its sources to an answer?',
  ],
  ['interview-45', 'high-level-design.why-these', 'Why this decomposition?'],
  ['interview-45', 'deep-dive.data', "Let's talk about the data. How do you collect what you train on?"],
  ['interview-45', 'deep-dive.data-quality', 'How do you handle problems with its quality?'],
  ['interview-45', 'deep-dive.model', 'Which kind of model would you choose here, and why that one?'],
  [
    'interview-45',
    'deep-dive.metrics-watched',
    'What metrics would you monitor to detect model degradation, and why?',
  ],
  ['interview-45', 'trade-offs.main-trade-offs', 'What are the main trade-offs in your design?'],
  ['interview-45', 'trade-offs.alternatives', 'What alternative approaches did you consider?'],
  ['interview-45', 'trade-offs.hundredfold', 'What if we had 100x more traffic?'],
  ['interview-45', 'wrap-up.summary', 'Could you summarize your design and its main decisions?'],
  ['interview-45', 'wrap-up.your-questions', 'What would you like to ask me?'],
  [
    'interview-45',
    'deep-dive.debug-drop',
    "Walk me through how you'd debug a 20% drop in model precision in production.",
  ],
  ['practice-40', 'clarify.goal', "What's the goal, as you see it?"],
  ['practice-40', 'clarify.constraints', 'What are the constraints?'],
  ['practice-40', 'clarify.input-output', "What's the input, and what's the output?"],
  ['practice-40', 'high-level-design.draw', 'Draw the main components, or tell me them.'],
  ['practice-40', 'high-level-design.data-flow', 'Explain the data flow to me.'],
  ['practice-40', 'high-level-design.key-decisions', 'Which are the key decisions, and why do they matter?'],
  ['practice-40', 'deep-dive.model', "Let's go deeper on the model. What would you choose, and why?"],
  ['practice-40', 'deep-dive.training', 'How would you train it?'],
  ['practice-40', 'deep-dive.serving', 'How would you serve it?'],
  ['practice-40', 'deep-dive.evaluation', "How do you know it's working?"],
  ['practice-40', 'deep-dive.monitoring', 'And how would you notice that it has stopped working?'],
  ['practice-40', 'trade-offs-and-edge-cases.go-wrong', 'What could go wrong?'],
  ['practice-40', 'trade-offs-and-edge-cases.scale', 'How would you scale it?'],
  ['practice-40', 'trade-offs-and-edge-cases.harm', 'How do you prevent harm?'],
  ['practice-40', 'deep-dive.iterate', 'How would you improve it over time?'],
] as const;

const folder = join(import.meta.dirname, '../content');
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(folder);
});

const minutesOf = (id: string) => {
  const format = catalogue.formats.find((one) => one.id === id);
  return format?.phases.map(({ id: phase, budgetMs }) => [phase, budgetMs / 60_000]);
};

describe('the content of this repository', () => {
  it('CO9 has the 43 systems that the sources name, each with its problem', () => {
    expect(catalogue.systems.map(({ slug }) => slug)).toEqual(SYSTEMS);
    expect(catalogue.systems.every(({ prompt }) => prompt.startsWith('Design '))).toBe(true);
  });

  it.each([
    [
      'interview-45',
      [
        ['explore', 8],
        ['high-level-design', 10],
        ['deep-dive', 14],
        ['trade-offs', 8],
        ['wrap-up', 5],
      ],
    ],
    [
      'interview-60',
      [
        ['background', 2],
        ['presentation', 3],
        ['requirements', 8],
        ['high-level-design', 17],
        ['deep-dive', 17],
        ['scaling-and-production', 8],
        ['close', 5],
      ],
    ],
    [
      'practice-40',
      [
        ['clarify', 3],
        ['high-level-design', 9],
        ['deep-dive', 18],
        ['trade-offs-and-edge-cases', 10],
      ],
    ],
    [
      'solo-45',
      [
        ['read-and-clarify', 5],
        ['design-and-diagram', 20],
        ['write', 15],
        ['weak-points', 5],
      ],
    ],
    ['drill-10', [['deep-dive', 10]]],
  ])('CO9 %s has the phases and minutes of its source', (id, phases) => {
    expect(minutesOf(id)).toEqual(phases);
  });

  it('CO9 a phase has no more exchanges than it could be asked, and questions end as questions or requests do', () => {
    const questions = catalogue.formats.flatMap(({ phases }) => phases.flatMap((phase) => phase.questions));
    expect(questions.length).toBeGreaterThan(60);
    for (const { ask } of questions) {
      expect(ask).toMatch(/[?.]$/);
      expect(ask.split('?').length - 1).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['junior-mid', ['content-moderation', 'recommendation-engine', 'spam-detection']],
    ['senior', ['fraud-detection', 'personalization-platform', 'search-ranking']],
    ['staff-plus', ['automl-platform', 'multi-model-serving', 'real-time-ml-pipeline']],
  ])('CO9 the systems of a pool are those of the brief: %s', (pool, slugs) => {
    const inPool = catalogue.systems.filter((system) => system.pool === pool).map(({ slug }) => slug);
    expect(inPool.sort()).toEqual(slugs);
  });

  it.each([
    ['interview-45', 'vague'],
    ['interview-60', 'clear'],
    ['practice-40', 'clear'],
    ['solo-45', 'clear'],
    ['drill-10', 'clear'],
  ])('CO9 %s opens as its source does: %s', (id, opening) => {
    expect(catalogue.formats.find((format) => format.id === id)?.opening).toBe(opening);
  });

  it.each(ASKED)('CO9 %s asks what its source asks: %s “%s”', (id, at, ask) => {
    const [phase, question] = at.split('.');
    const phases = catalogue.formats.find((format) => format.id === id)?.phases ?? [];
    const asked = phases.find((one) => one.id === phase)?.questions.find((one) => one.id === question);
    expect(asked?.ask).toContain(ask);
  });

  it('CO9 solo-45 ends with the four review questions of its source', () => {
    const solo = catalogue.formats.find(({ id }) => id === 'solo-45');
    expect(
      solo?.phases
        .at(-1)
        ?.questions.slice(1)
        .map(({ ask }) => ask),
    ).toEqual([
      'Did you cover all major components?',
      'Did you discuss tradeoffs?',
      'Did you consider safety?',
      'Could you explain this in an interview?',
    ]);
  });

  it('WB40 every phase tells its goal in one short sentence, and an interview is held with it', () => {
    for (const { id, phases } of catalogue.formats) {
      for (const { goal } of phases) expect(goal).toMatch(/^[A-Z][^.!?]{10,80}\.$/);
      const held = hold(catalogue, { system: 'llm-serving', format: id });
      expect('plan' in held && held.plan.phases.map(({ goal }) => goal)).toEqual(
        phases.map(({ goal }) => goal),
      );
    }
  });

  it('CO9 the levels have the titles and distinctions of the level guide', () => {
    expect(catalogue.levels.map(({ id, title, distinction }) => [id, title, distinction]).slice(1)).toEqual([
      ['L5', 'Senior ML Engineer', 'Solid technical execution, justify choices, ask clarifying questions'],
      [
        'L6',
        'Staff ML Engineer',
        'Production experience, deep "why" on tech choices, shipped similar systems',
      ],
      [
        'L7',
        'Senior Staff ML Engineer',
        'Strategic thinking, large-scope initiatives, cost/efficiency optimization at scale',
      ],
      [
        'principal',
        'Principal engineer',
        'lead through technical excellence, influence organizational direction, and mentor the next generation of engineers',
      ],
    ]);
  });

  it('SH9 CO9 has nothing wrong with it, scenarios and published ids included', async () => {
    const { findings } = compile(await readContentFolder(folder));
    expect(findings.map(describeFinding)).toEqual([]);
  });

  it.each([
    ['facts', ['parameters', 'users', 'latency-p50', 'latency-p99', 'cost-per-request', 'availability']],
    [
      'items',
      [
        'gpu-utilisation',
        'multi-region',
        'model-parallelism',
        'kv-cache',
        'batching',
        'load-balancing',
        'caching-layers',
      ],
    ],
  ] as const)('SH5 llm-serving honours what its source asks: %s', (part, ids) => {
    const sheet = catalogue.sheets.get('llm-serving');
    expect(sheet?.[part].map(({ id }) => id)).toEqual(expect.arrayContaining([...ids]));
    expect(sheet?.opening.vague).toContain('70B');
    expect(sheet?.opening.clear).toContain('few million');
  });

  it('SH5 a question that a sheet skips is a question of a format', () => {
    const questions = catalogue.formats.flatMap(({ phases }) =>
      phases.flatMap((phase) => phase.questions.map(({ id }) => `${phase.id}/${id}`)),
    );
    for (const { skips } of catalogue.sheets.values()) {
      expect(skips.filter((skip) => !questions.includes(skip))).toEqual([]);
    }
  });

  it.each(Object.entries(editorSchemas()))(
    'SH12 the schema for editors of %s is made from today’s shape',
    (name, schema) => {
      expect(JSON.parse(readFileSync(join(folder, 'schemas', `${name}.json`), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(schema)),
      );
    },
  );
});
