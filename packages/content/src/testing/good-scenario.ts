import type { SourceFile } from '../finding.ts';
import { AREAS, HEADINGS } from '../scenario-files.ts';
import { good } from './good.ts';

const folder = 'scenarios/toy';
const heading = (name: string, index: number) => `  - id: fact-${name}
    heading: ${name}
    asks: [about ${name}]
    answer: It is so.
    quantity: "${index + 1} things"
    from: L5
    source: chosen
`;
const item = (area: string) => `  - id: item-${area}
    area: ${area}
    concept: kept-answers
    dimension: architecture
    level: L5
    why: It matters.
    probe: "What happens on a busy day?"
    hints: ["Think of ${area}.", "What is done twice?", "Keep the answers."]
`;
const specimen = (kind: string) => ({
  path: `${folder}/specimens/${kind}.yaml`,
  text: `kind: ${kind}
level: L6
turns:
  - { speaker: interviewer, text: "What then?" }
  - { speaker: candidate, text: "We keep answers." }
expects:
  items: { item-serving: named }
`,
});
const reference = (name: string) => ({ path: `${folder}/references/${name}.yaml`, text: `name: ${name}\n` });

/** A scenario with nothing wrong with it, beside the least content that has nothing wrong with it. */
export const goodWithScenario: readonly SourceFile[] = [
  ...good,
  {
    path: 'concepts/serving.yaml',
    text: `- id: kept-answers
  name: response cache
  said: [response cache]
  explained: Answers are kept.
`,
  },
  {
    path: `${folder}/brief.md`,
    text: `# Toy\n\n## Vague\n\nDesign it.\n\n## Clear\n\n${'Design it for a shop with many pages and few people. '.repeat(6)}\n`,
  },
  {
    path: `${folder}/facts.yaml`,
    text: `framing: { input: CANARY-3, output: b, task: c, models: [d], metrics: [e] }
facts:
${HEADINGS.slice(0, -1).map(heading).join('')}relations:
  - { is: "fact-latency = fact-success-metrics * 3", says: three times }
open:
  - { heading: number-of-models, why: free, accept: any }
`,
  },
  {
    path: `${folder}/items.yaml`,
    text: `items:
${AREAS.map(item).join('')}pairs:
  - { pair: cost-or-performance, bites: here }
challenges:
  - { id: too-dear, against: it, says: It is too dear., sound: [no], unsound: [yes] }
mistakes:
  - { id: never-old, says: Answers never get old., heard: [never get old], because: prices change }
`,
  },
  {
    path: `${folder}/twists.yaml`,
    text: `twists:
  - id: more
    kind: load
    says: Ten times as many come.
    from: L4
    changes: [{ fact: fact-latency, by: 10x }]
    breaks: It breaks.
    answered: [so]
  - id: faster
    kind: latency
    says: It must be quick.
    from: L5
    changes: [{ fact: fact-latency, to: 1 thing }]
    breaks: It breaks.
    answered: [so]
`,
  },
  {
    path: `${folder}/levels.yaml`,
    text: `moments:
${['one', 'two', 'three']
  .map(
    (id) => `  - id: ${id}
    moment: when asked
    dimension: strategy
    item: item-cost
    says: { L4: a, L5: b, L6: c, L7: d, principal: e }
`,
  )
  .join('')}`,
  },
  {
    path: `${folder}/notes.md`,
    text: `---
reviewBy: 2027-05-20
sources:
  - { id: paper, what: A paper, where: section 3, date: 2026-01-01 }
---

# Notes
`,
  },
  ...['strong', 'thin', 'confidently-wrong', 'name-dropping'].map(specimen),
  ...['simple', 'scale'].map(reference),
];
