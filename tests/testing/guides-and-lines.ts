/** What tests/guides-and-lines.test.ts holds the guides, lines, questions and pairs to: the source documents' own words. */
import type { Move } from '@dryrun/domain';

/** Moves that are made so often that six lines would soon be heard twice. */
export const MADE_OFTEN: readonly Move[] = [
  'probe-gap',
  'ask-why',
  'ask-how',
  'transition',
  'acknowledge',
  'wait',
  'challenge',
  'probe-thread',
];

/** Moves that give or end something. */
export const SILENT_MOVES: readonly Move[] = [
  'set-expectations',
  'present-problem',
  'answer-fact',
  'acknowledge',
  'concede',
  'hint',
  'wait',
  'repeat',
  'time-cue',
  'answer-candidate',
  'next-steps',
  'close',
];

type Slots = { readonly always: readonly string[]; readonly sometimes: readonly string[] };
const filled = (...always: readonly string[]): Slots => ({ always, sometimes: [] });
const asked = filled('question');
const none = filled();

/** What each move is about, which every line of it says, and what it may know besides. */
const takesUp: Slots = { always: ['question'], sometimes: ['quote'] };

export const SLOTS: Readonly<Record<Move, Slots>> = {
  intake: asked,
  'set-expectations': { always: ['time', 'phases', 'looks-at'], sometimes: ['count'] },
  'present-problem': filled('prompt', 'question'),
  'answer-fact': filled('fact'),
  'ask-assumption': { always: [], sometimes: ['these'] },
  acknowledge: { always: [], sometimes: ['why'] },
  'probe-thread': { always: ['question'], sometimes: ['quote'] },
  'probe-gap': { always: ['question'], sometimes: ['area'] },
  'ask-why': takesUp,
  'ask-how': takesUp,
  'ask-alternative': takesUp,
  'ask-numbers': takesUp,
  'ask-experience': { always: [], sometimes: ['quote', 'component'] },
  'ask-strategic': none,
  challenge: { always: ['question'], sometimes: ['claim'] },
  concede: { always: [], sometimes: ['claim'] },
  twist: filled('twist'),
  'show-simulation': filled('fact'),
  hint: filled('hint'),
  refocus: { always: ['question'], sometimes: ['back'] },
  wait: none,
  repeat: asked,
  rephrase: asked,
  retell: { always: [], sometimes: ['component'] },
  decline: { always: [], sometimes: ['debrief'] },
  'time-cue': filled('left'),
  transition: filled('phase', 'question'),
  'ask-summary': asked,
  'ask-open-question': asked,
  'invite-questions': asked,
  'answer-candidate': none,
  'next-steps': none,
  close: none,
};

/** The guiding, follow-up, strategic and review questions, and those that the guide puts in quotation marks. */
export const VERBATIM: readonly string[] = [
  'How would you measure if this model is performing well in production?',
  'What happens if the data distribution changes over time?',
  'How would you debug if the model accuracy suddenly drops?',
  'What are the trade-offs between a simple linear model and a complex deep learning model here?',
  'How would you ensure the online features match the offline training features?',
  'What would you do if prediction latency is too high?',
  'How frequently should the model be retrained?',
  'What happens if the model prediction service goes down?',
  'How would you handle data drift?',
  'What if latency requirements increase 10x?',
  'What are the main trade-offs in your design?',
  'What alternative approaches did you consider?',
  'What if we had 100x more traffic?',
  'What if we needed sub-10ms latency?',
  'How did you implement that?',
  'What challenges did you encounter?',
  'What would you do differently?',
  'How would you handle the cold start problem for new users with no history?',
  "Walk me through how you'd debug a 20% drop in model precision in production",
  'If we needed to reduce inference latency from 500ms to 50ms, how would you approach it?',
  'How would you design the system to be compliant with GDPR and data privacy regulations?',
  "Describe how you'd build a feedback loop to continuously improve the model",
  'What metrics would you monitor to detect model degradation, and why?',
  'You join a team where the ML system is breaking frequently. How do you bring in reliability without killing momentum?',
  "How would you convince leadership to invest in refactoring the ML infrastructure when there's pressure to ship new features?",
  'Describe a time when you made an architectural decision that was initially controversial. How did you build consensus?',
  'What could go wrong?',
  'How do you prevent harm?',
  "How do you know it's working?",
  'How would you improve it over time?',
  'Did you cover all major components?',
  'Did you discuss tradeoffs?',
  'Did you consider safety?',
  'Could you explain this in an interview?',
];

/** Move, and words that one of its lines says. */
export const ASKED: readonly (readonly [Move, string])[] = [
  ['set-expectations', 'We have {time} for this: {phases}.'],
  ['acknowledge', 'I see how you got there.'],
  ['acknowledge', "That's an interesting approach."],
  ['acknowledge', "I can see you've thought about this."],
  ['ask-experience', 'How did you implement that?'],
  ['ask-experience', 'What challenges did you encounter?'],
  ['ask-experience', 'What would you do differently?'],
  ['ask-strategic', 'How do you bring in reliability without killing momentum?'],
  ['ask-strategic', 'invest in refactoring the ML infrastructure'],
  [
    'ask-strategic',
    'an architectural decision that was initially controversial. How did you build consensus?',
  ],
  ['answer-candidate', 'no role, team or company'],
  ['close', 'Thank you for your time and your interest.'],
];

/** Format, phase and question, and words of it. */
export const AREAS: readonly (readonly [string, string, string])[] = [
  ['interview-60', 'background.experience', 'which domains of machine learning you know best'],
  ['interview-60', 'high-level-design.draw', 'put the architecture on the board as a diagram'],
  ['interview-60', 'high-level-design.interactions', 'How do the components interact'],
  ['interview-60', 'deep-dive.features', "Let's go deeper on the features."],
  ['interview-60', 'deep-dive.training', 'How is the model trained and validated?'],
  ['interview-60', 'deep-dive.serving', 'How is it served?'],
  ['interview-60', 'deep-dive.reproduce', 'why a prediction in March came out as it did'],
  ['interview-60', 'deep-dive.operate', 'What would the person on call look at first'],
  ['interview-60', 'scaling-and-production.retraining-at-scale', 'What becomes difficult about retraining'],
  ['interview-60', 'scaling-and-production.multi-model-serving', 'one of fifty models to serve'],
  ['interview-60', 'scaling-and-production.resource-allocation', 'several models want the same hardware'],
  ['interview-60', 'scaling-and-production.concept-drift', 'what they mean has changed'],
  ['interview-60', 'scaling-and-production.distribution-shift', 'the inputs look different overnight'],
  ['interview-60', 'scaling-and-production.new-modality', 'a new modality: video, several kinds of data'],
  ['interview-60', 'scaling-and-production.new-modality', 'places on a map'],
  ['interview-60', 'scaling-and-production.user-specific-results', 'extend it to user-specific results'],
  ['interview-45', 'deep-dive.data-drift', 'How would you handle data drift?'],
  ['interview-45', 'deep-dive.training-serving-parity', 'what the model sees in production'],
  ['interview-45', 'deep-dive.cold-start', 'the cold start problem for new users with no history'],
  ['interview-45', 'deep-dive.data-imbalance', 'turns up once in a thousand examples'],
  ['interview-45', 'deep-dive.detect-degradation', 'How would you notice in production?'],
  ['interview-45', 'deep-dive.when-to-retrain', 'When would you retrain, and what would set it off?'],
  ['interview-45', 'deep-dive.feedback-loop', 'build a feedback loop'],
  ['interview-45', 'trade-offs.latency-requirements-tenfold', 'What if latency requirements increase 10x?'],
  ['interview-45', 'trade-offs.sub-ten-milliseconds', 'What if we needed sub-10ms latency?'],
  ['interview-45', 'trade-offs.tenth-of-the-latency', 'from 500ms to 50ms'],
  ['interview-45', 'trade-offs.data-protection-law', 'compliant with GDPR and data privacy regulations'],
  ['practice-40', 'trade-offs-and-edge-cases.safety', "Let's look at safety."],
  ['practice-40', 'trade-offs-and-edge-cases.add-personalisation', 'How would you add personalization?'],
  [
    'practice-40',
    'trade-offs-and-edge-cases.new-modality-or-language',
    'support new modalities or languages',
  ],
  ['practice-40', 'trade-offs-and-edge-cases.user-attribute-control', 'allow the user to control attributes'],
  ['practice-40', 'trade-offs-and-edge-cases.future-proof-scaling', 'far more data, or a far larger model'],
  ['practice-40', 'trade-offs-and-edge-cases.future-proof-explainability', 'had to be explained'],
];

/** Format, phase, and what the phase is there to find out. */
export const OBJECTIVES: readonly (readonly [string, string, readonly string[]])[] = [
  ['interview-45', 'explore', ['problem-formulation', 'requirement-gathering']],
  ['interview-45', 'high-level-design', ['architectural-thinking', 'system-decomposition']],
  ['interview-45', 'deep-dive', ['technical-depth', 'production-experience']],
  ['interview-45', 'trade-offs', ['decision-making-maturity', 'architectural-judgement']],
  ['interview-45', 'wrap-up', ['final-synthesis', 'communication']],
  ['interview-60', 'requirements', ['clarifying']],
];

/** Format, phase, an area that it covers, and the area's parts with words of each. */
export const COVERED: readonly (readonly [string, string, string, Readonly<Record<string, string>>])[] = [
  [
    'interview-60',
    'requirements',
    'ml',
    {
      'success-metrics': 'Success metrics',
      'online-or-offline': 'Online vs offline predictions',
      latency: 'Latency requirements',
      interpretability: 'Model interpretability needs',
      fairness: 'Fairness and bias considerations',
    },
  ],
  [
    'interview-60',
    'requirements',
    'data',
    {
      'features-and-sources': 'Available features and data sources',
      'training-volume-and-labels': 'Training data volume and labels',
      freshness: 'Data freshness requirements',
      'quality-and-drift': 'Data quality and drift concerns',
      'privacy-and-compliance': 'Privacy and compliance',
    },
  ],
  [
    'interview-60',
    'requirements',
    'scale',
    {
      'predictions-per-second': 'Number of predictions per second',
      'update-frequency': 'Model update frequency',
      'training-data-size': 'Training data size',
      features: 'Number of features',
      models: 'Number of models to serve',
    },
  ],
  [
    'interview-60',
    'deep-dive',
    'feature-engineering',
    { extraction: 'extraction', store: 'store', computation: 'computation', consistency: 'consistency' },
  ],
  [
    'interview-60',
    'deep-dive',
    'training-pipeline',
    {
      sampling: 'sampling',
      selection: 'Model selection',
      infrastructure: 'GPUs',
      tuning: 'tuning',
      validation: 'validation',
    },
  ],
  [
    'interview-60',
    'deep-dive',
    'model-serving',
    {
      architecture: 'model server',
      latency: 'Latency',
      cadence: 'streaming',
      rollout: 'rollout',
      experiments: 'A/B',
    },
  ],
  [
    'interview-60',
    'deep-dive',
    'data-and-model-management',
    { lineage: 'lineage', experiments: 'tracking', registry: 'registry', skew: 'skew' },
  ],
  [
    'interview-60',
    'deep-dive',
    'monitoring-and-operations',
    {
      performance: 'performance',
      drift: 'drift',
      retraining: 'triggers',
      debugging: 'debugging',
      fallback: 'Fallback',
    },
  ],
  [
    'interview-45',
    'deep-dive',
    'data-strategy',
    { collection: 'collected', quality: 'missing values', features: 'selected', parity: 'same thing' },
  ],
  [
    'interview-45',
    'deep-dive',
    'model-architecture',
    { choice: 'reason', training: 'Batch or online', 'hard-data': 'rare', optimisation: 'regularised' },
  ],
  [
    'interview-45',
    'deep-dive',
    'serving-infrastructure',
    { inference: 'real time', latency: 'speed', versions: 'compared', rollout: 'taken back' },
  ],
  [
    'interview-45',
    'deep-dive',
    'monitoring',
    { metrics: 'drift', degradation: 'worse', retraining: 'sets off', feedback: 'way back' },
  ],
];

type Sections = { readonly mark: string; readonly titles: readonly string[]; readonly worked: number };

/** Each guide's sections in order (of the heading that `mark` is), and how many of them have a worked sentence. */
export const STEPS: Readonly<Record<string, Sections>> = {
  'design-framework.md': {
    mark: '##',
    titles: [
      '1. Clarify the problem and requirements',
      '2. Frame the ML task',
      '3. Data strategy and feature engineering',
      '4. Model development',
      '5. System pipeline and serving pattern',
      '6. Evaluation strategy',
      '7. Monitoring and iteration',
      '8. Advanced design and edge cases',
    ],
    worked: 8,
  },
  'genai-framework.md': {
    mark: '##',
    titles: [
      '1. Clarify requirements',
      '2. Frame as an ML task',
      '3. Select ML modelling approach',
      '4. Data strategy',
      '5. Model architecture and training',
      '6. Evaluation (offline and online)',
      '7. Serving, scalability, and monitoring',
      '8. Iterate for extensions',
    ],
    worked: 8,
  },
  'genai-use-cases.md': {
    mark: '##',
    titles: ['The table', 'What repeats in each column', 'One row, walked through'],
    worked: 1,
  },
  'any-system.md': {
    mark: '##',
    titles: [
      'Abstract back to universal principles',
      'Explain the trade-offs and rationale',
      "Show that you're ready to adapt",
      'When you know nothing about the domain',
      'Make the unknown known',
    ],
    worked: 3,
  },
  'experts.md': {
    mark: '##',
    titles: [
      'You always start with questions, not assumptions',
      'You abstract the essence of every use case, then fill in the details relevant to the example',
      'You identify risks, edge cases, and monitoring/iteration plans',
      'You can generalise to new domains by mapping the problem to known patterns',
      'You explain every trade-off: model, infra, evaluation, user experience, ethical impacts, at depth',
    ],
    worked: 5,
  },
  'six-phases.md': {
    mark: '##',
    titles: [
      '1. Clarification',
      '2. Framing and metrics',
      '3. Data and features',
      '4. Model and evaluation',
      '5. Architecture and serving',
      '6. Monitoring and iteration',
      'How to use it',
    ],
    worked: 6,
  },
  'four-steps.md': {
    mark: '###',
    titles: [
      '1. Clarify requirements (2-3 min)',
      '2. High-level design (5-10 min)',
      '3. Deep dive on components (15-20 min)',
      '4. Tradeoffs and edge cases (5-10 min)',
    ],
    worked: 4,
  },
  'safety-first.md': {
    mark: '##',
    titles: [
      '1. Safety considerations: what could go wrong? How do you prevent harm?',
      "2. Evaluation: how do you know it's working?",
      '3. Tradeoffs: show you understand there are no perfect solutions',
      '4. Iteration: how would you improve it over time?',
      '5. Communication: explain your thinking clearly',
      'Before you stop',
    ],
    worked: 5,
  },
  'level-answers.md': {
    mark: '##',
    titles: [
      'Understanding the levels',
      'For L5, the senior ML engineer',
      'For L6, the staff ML engineer',
      'For L7, the senior staff ML engineer',
      'The same dimension, level by level',
      'How to use it',
    ],
    worked: 3,
  },
  'interviewing.md': {
    mark: '##',
    titles: [
      'Common pitfalls and how to avoid them',
      'Before the interview',
      'During the interview',
      'After the interview',
      'Final recommendations',
      'Key principle',
    ],
    worked: 0,
  },
};

/** Pair, the document that names it, and its sides there. */
export const SOURCE_PAIRS: readonly (readonly [string, string, readonly string[]])[] = [
  ['complexity-or-interpretability', 'brief', ['model complexity', 'interpretability']],
  ['latency-or-accuracy', 'brief', ['latency', 'accuracy']],
  ['latency-or-accuracy', 'principal-guide', ['latency', 'accuracy']],
  ['online-or-offline-predictions', 'brief', ['online', 'offline predictions']],
  ['precision-or-recall', 'brief', ['precision', 'recall']],
  ['cost-or-performance', 'brief', ['cost', 'performance']],
  ['freshness-or-stability', 'brief', ['freshness', 'stability']],
  ['build-or-buy', 'brief', ['build', 'third-party APIs', 'pre-trained models']],
  ['build-or-buy', 'principal-guide', ['build']],
  ['accuracy-or-latency-or-complexity', 'frameworks', ['accuracy', 'latency', 'complexity']],
  ['periodic-or-on-demand-index-update', 'frameworks', ['periodic', 'on-demand index update']],
  ['fluency-or-grounding', 'frameworks', ['fluency', 'grounding']],
  ['real-time-or-batch', 'brief', ['real-time', 'batch']],
  ['real-time-or-batch', 'principal-guide', ['real-time', 'batch predictions']],
  ['online-or-offline-features', 'brief', ['online', 'offline feature computation']],
  ['batch-or-real-time-or-streaming', 'brief', ['batch', 'real-time', 'streaming predictions']],
  ['online-learning-or-batch-retraining', 'brief', ['online learning', 'batch retraining']],
  ['online-learning-or-batch-retraining', 'principal-guide', ['online learning', 'batch']],
  ['bias-or-variance', 'brief', ['bias', 'variance']],
  ['classical-or-deep-or-ensemble', 'principal-guide', ['classical ML', 'deep learning', 'ensemble']],
  [
    'neural-network-or-gradient-boosting',
    'principal-guide',
    ['complex neural network', 'simpler gradient boosting model'],
  ],
  ['complexity-or-maintainability', 'principal-guide', ['complexity', 'maintainability']],
  ['retrieval-or-generation', 'practice', ['retrieval', 'generation']],
  [
    'quality-or-speed-or-control-or-trainability',
    'frameworks',
    ['quality', 'speed', 'controllability', 'trainability'],
  ],
  ['kafka-or-rabbitmq', 'level-guide', ['Kafka', 'RabbitMQ']],
  ['vllm-or-trt-llm', 'level-guide', ['vLLM', 'TensorRT-LLM']],
];

export const TECHNOLOGIES: readonly string[] = [
  'kafka-or-rabbitmq',
  'vllm-or-trt-llm',
  'faiss-or-managed-vector-database',
  'pgvector-or-dedicated-vector-database',
  'bm25-or-dense-retrieval',
  'redis-or-dynamodb',
  'spark-or-flink',
  'airflow-or-kubeflow',
  'onnx-runtime-or-triton',
  'gpu-or-cpu-serving',
  'lora-or-full-fine-tuning',
  'rlhf-or-dpo',
];
