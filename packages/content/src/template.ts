import type { SystemEntry } from './catalogue.ts';
import type { SourceFile } from './finding.ts';
import { AREAS, HEADINGS } from './scenario-files.ts';

/**
 * A scenario to begin from: every file, each with one worked example and a place for the rest. It is valid in its
 * form, and what it still lacks `dryrun scenarios check` says.
 */
export const template = (system: SystemEntry, today: string): readonly SourceFile[] => [
  { path: 'brief.md', text: brief(system) },
  { path: 'facts.yaml', text: facts(system) },
  { path: 'items.yaml', text: items },
  { path: 'twists.yaml', text: twists },
  { path: 'levels.yaml', text: levels },
  { path: 'notes.md', text: notes(system, today) },
  ...['simple', 'scale'].map((name) => ({ path: `references/${name}.yaml`, text: reference(system, name) })),
  ...['strong', 'thin', 'confidently-wrong', 'name-dropping'].map((kind) => ({
    path: `specimens/${kind}.yaml`,
    text: specimen(kind),
  })),
];

const brief = ({ title, prompt }: SystemEntry) => `# ${title}

## Vague

${prompt}

## Clear

${prompt} Say here, in 60 to 150 words, what problem is to be solved by machine learning, what the business wants from it, who uses it and how, which data is available, what exists already, and one or two constraints that are specific, as an interviewer would say it aloud. Do not hint at a solution. End with a question that lets the candidate begin.
`;

const facts = ({ framing, must }: SystemEntry) => `# yaml-language-server: $schema=../../schemas/facts.json
# Answers to what is asked; every heading of the brief is answered here or left open below. What this system has to honour:
${must.map((one) => `#   - ${one}`).join('\n')}
framing:
  input: "${framing?.['input→output']?.split('→')[0]?.trim() ?? 'what goes in'}"
  output: "${framing?.['input→output']?.split('→')[1]?.trim() ?? 'what comes out'}"
  task: "${framing?.['task'] ?? 'what kind of problem it is'}"
  models: ["${framing?.['models'] ?? 'what is used for it'}"]
  metrics: ["${framing?.['metrics'] ?? 'how it is judged'}"]
facts:
  - id: daily-users
    heading: predictions-per-second
    asks: ["how many users", "daily active users", "what scale", "how big is it"]
    answer: "About two million people use it on a day."
    quantity: "2M users"
    from: L5
    source: chosen
  - id: requests-per-user
    heading: predictions-per-second
    asks: ["requests per user", "how often does each use it"]
    answer: "Each of them about ten times a day."
    quantity: "10 requests/user/day"
    from: L5
    source: chosen
  - id: mean-rate
    heading: predictions-per-second
    asks: ["requests per second", "QPS", "how much traffic"]
    answer: "That is about two hundred and thirty requests a second on average."
    quantity: "230 requests/s"
    from: L5
    source: chosen
relations:
  - { is: "mean-rate = daily-users * requests-per-user", says: "users times what each asks for" }
open:
${HEADINGS.filter((heading) => heading !== 'predictions-per-second')
  .map((heading) => `  - { heading: ${heading}, why: "not written yet", accept: "anything argued" }`)
  .join('\n')}
`;

const items = `# yaml-language-server: $schema=../../schemas/items.json
# What a good design has thought of, here: at least one in each of ${AREAS.join(', ')}.
items:
  - id: first-item
    area: serving
    concept: first-concept
    dimension: architecture
    level: L5
    why: "Why it matters in this system, with the number that makes it matter."
    probe: "What happens when …?"
    hints: ["An area.", "A consequence.", "The thing by its name."]
pairs:
  - { pair: latency-or-accuracy, bites: "Where this trade-off hurts here." }
challenges:
  - id: first-challenge
    against: "what it is put forward against"
    says: "What the interviewer says."
    sound: ["A rebuttal that holds."]
    unsound: ["One that does not."]
mistakes:
  - { id: first-mistake, says: "What is said wrongly.", heard: ["how it is said"], because: "why it is wrong" }
`;

const twists = `# yaml-language-server: $schema=../../schemas/twists.json
twists:
  - id: ten-times
    kind: load
    says: "Ten times as many people come, from next month."
    from: L4
    changes: [{ fact: daily-users, by: 10x }]
    breaks: "What gives first, in numbers."
    answered: ["What one does about it."]
  - id: tenth-of-the-time
    kind: latency
    says: "It has to answer in a tenth of the time."
    from: L5
    changes: [{ fact: mean-rate, by: 1x }]
    breaks: "What gives first, in numbers."
    answered: ["What one does about it."]
`;

const levels = `# yaml-language-server: $schema=../../schemas/scenario-levels.json
moments:
${['when asked what matters', 'when the load is ten times', 'when asked what comes next year']
  .map(
    (moment, index) => `  - id: moment-${index + 1}
    moment: "${moment}"
    dimension: strategy
    says:
      L4: "…"
      L5: "…"
      L6: "…"
      L7: "…"
      principal: "…"
`,
  )
  .join('')}`;

const notes = ({ title }: SystemEntry, today: string) => `---
reviewBy: ${Number(today.slice(0, 4)) + 1}${today.slice(4)}
sources:
  - { id: first-source, what: "A paper, a post or a page", where: "its address and section", date: ${today} }
---

# Notes on ${title}

## Objectives

## Out of scope

## How the numbers multiply out

## Review
`;

const reference = ({ slug }: SystemEntry, name: string) => `name: ${slug}, ${name}
components:
  - { id: users, kind: client }
  - { id: api, kind: service }
connections:
  - { from: users, to: api }
workloads:
  - { name: requests, from: users, rps: 230 }
objectives:
  - { workload: requests, measure: p99, atMost: 300ms }
`;

const specimen = (kind: string) => `# yaml-language-server: $schema=../../../schemas/specimen.json
kind: ${kind}
level: L6
turns:
  - { speaker: interviewer, text: "…" }
  - { speaker: candidate, text: "…" }
expects:
  items: { first-item: named }
`;
