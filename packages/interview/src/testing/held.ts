import type { HeldContent, Plan, Terms } from '@dryrun/domain';
import { ContentHash } from '@dryrun/domain';

/** A small interview of two phases to tell stories with: ten minutes, then five. */
export const held: HeldContent = {
  schema: 1,
  system: {
    slug: 'toy-ranking',
    title: 'Toy ranking',
    family: 'retrieval',
    prompt: 'Design toy ranking.',
    aliases: [],
  },
  format: {
    id: 'short',
    title: 'Short interview',
    opening: 'vague',
    looksAt: 'how you think',
    patienceMs: [45_000, 90_000, 180_000],
    phases: [
      {
        id: 'explore',
        title: 'exploration',
        budgetMs: 600_000,
        exchanges: 3,
        questions: [
          { id: 'begin', move: 'probe-gap', ask: 'Where do you begin?' },
          { id: 'limits', move: 'probe-gap', ask: 'Which limits are there?' },
          { id: 'success', move: 'ask-why', ask: 'Why does it matter?' },
        ],
      },
      {
        id: 'wrap-up',
        title: 'wrap-up',
        budgetMs: 300_000,
        exchanges: 2,
        questions: [
          { id: 'summary', move: 'ask-summary', ask: 'Could you sum up?' },
          { id: 'unsure', move: 'ask-open-question', ask: 'What are you least sure of?' },
        ],
      },
    ],
  },
  lines: {
    'set-expectations': [{ text: 'We take {time} in {count}: {phases}. I look at {looks-at}.' }],
    'present-problem': [{ text: '{prompt} {question}' }],
    'probe-gap': [
      { text: '{question}' },
      { text: 'I see. {question}' },
      { text: 'Hm. {question}', persona: 'sceptical' },
    ],
    'ask-why': [{ text: '{question}' }],
    'ask-summary': [{ text: '{question}' }],
    'ask-open-question': [{ text: '{question}' }],
    transition: [{ text: 'On to the {phase}. {question}' }],
    'time-cue': [{ text: 'About {left} left.' }],
    wait: [{ text: 'Take your time.' }],
    repeat: [{ text: 'Once more. {question}' }],
    rephrase: [{ text: 'In other words: {question}' }],
    refocus: [{ text: 'Another way in. {question}' }],
    decline: [{ text: 'What would you try?' }],
    'next-steps': [{ text: 'A debrief comes next.' }],
    close: [{ text: 'Thank you.' }],
  },
};

export const contentHash = ContentHash.parse('a'.repeat(64));

export const terms: Terms = {
  system: 'toy-ranking',
  level: 'L6',
  format: 'short',
  mode: 'real',
  persona: 'neutral',
  focus: [],
  pace: 1,
  seed: 7,
};

export const plan: Plan = {
  title: 'Toy ranking',
  formatTitle: 'Short interview',
  phases: held.format.phases.map(({ id, title, budgetMs, exchanges }) => ({
    id,
    title,
    budgetMs,
    exchanges,
  })),
  patienceMs: held.format.patienceMs,
};

export const openIt = (changed: Partial<Terms> = {}) =>
  ({ type: 'OpenInterview', terms: { ...terms, ...changed }, content: contentHash, plan }) as const;
