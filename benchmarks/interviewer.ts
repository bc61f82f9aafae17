/**
 * Holds interviews with scripted candidates, and with the words of given ones (`DRYRUN_DATA`, under `transcripts/`), on a virtual
 * clock over every format, and says rule by rule what was broken. Exits with 1 where anything must not be.
 *
 *     npm run bench:interviewer -- [--write]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCatalogue, Transcript } from '@dryrun/app';
import { hold } from '@dryrun/content';
import type { HeldContent, Persona } from '@dryrun/domain';
import { CANDIDATES, givenWords } from './interviewer/candidates.ts';
import { check, inTime } from './interviewer/check.ts';
import type { Checked } from './interviewer/check.ts';
import { holdWith } from './interviewer/hold.ts';
import type { Candidate, Held } from './interviewer/hold.ts';
import { alike, factsOf, sameMoves } from './interviewer/variety.ts';
import { table } from './simulator/table.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const catalogue = await loadCatalogue(join(import.meta.dirname, '../content'));
const SYSTEMS = ['llm-serving', 'video-recommendation'];
const TIMED = new Set(['interview-45', 'interview-60']);

type Row = {
  readonly name: string;
  readonly format: string;
  readonly held: Held;
  readonly checked: Checked;
  readonly cooperates: boolean;
};

const rowOf = async (
  name: string,
  system: string,
  format: string,
  candidate: Candidate,
  cooperates: boolean,
  persona: Persona = 'neutral',
): Promise<Row> => {
  const wish = { system, level: 'L6', format, persona } as const;
  const held = await holdWith(catalogue, wish, candidate);
  const content = hold(catalogue, wish);
  if ('code' in content) throw new Error(content.message);
  return { name, format, held, checked: check(held, content.content satisfies HeldContent), cooperates };
};

const rows: Row[] = [];
for (const format of catalogue.formats)
  for (const system of SYSTEMS)
    for (const [name, { make, cooperates }] of Object.entries(CANDIDATES))
      rows.push(await rowOf(name, system, format.id, make(), cooperates === true));

/** The words of the given interviews, one after the other, whatever they are asked. */
const data = process.env['DRYRUN_DATA'];
const folder = join(data ?? '', 'transcripts');
const given: Row[] = [];
if (data !== undefined && existsSync(folder))
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.truth.json'))
    .sort()) {
    const transcript = Transcript.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    given.push(
      await rowOf('given words', transcript.scenario, 'interview-45', givenWords(transcript), false),
    );
  }

const RULES = ['leak', 'verdict', 'repeated question', 'double question', 'unanswered', 'quote not said'];
const brokenBy = (all: readonly Row[]) =>
  RULES.map((rule) =>
    all.reduce((sum, { checked }) => sum + checked.broken.filter((one) => one.rule === rule).length, 0),
  );
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
const sum = (all: readonly Row[], of: (row: Row) => number) => all.reduce((total, row) => total + of(row), 0);

const names = [...new Set(rows.map(({ name }) => name))];
const rules = table(
  ['candidate', 'interviews', 'lines', ...RULES, 'grounded', 'twists', 'hints'],
  [...names, ...(given.length > 0 ? ['given words'] : [])].map((name) => {
    const own = name === 'given words' ? given : rows.filter((row) => row.name === name);
    return [
      name,
      String(own.length),
      String(sum(own, ({ checked }) => checked.lines.length)),
      ...brokenBy(own).map(String),
      percent(
        sum(own, ({ checked }) => checked.grounded),
        sum(own, ({ checked }) => checked.groundable),
      ),
      String(sum(own, ({ checked }) => checked.twists)),
      String(sum(own, ({ checked }) => checked.hints)),
    ];
  }),
);

const cooperative = rows.filter(({ cooperates, format }) => cooperates && TIMED.has(format));
const phases = cooperative.flatMap(({ checked }) => checked.phases);
const course = table(
  ['candidate', 'format', 'phases in time', 'deep dives', 'twists'],
  cooperative.map(({ name, format, checked }) => [
    name,
    format,
    `${checked.phases.filter(inTime).length} of ${checked.phases.length}`,
    String(checked.dives),
    String(checked.twists),
  ]),
);

const held = async (candidate: string, persona: Persona = 'neutral') =>
  rowOf(
    candidate,
    'llm-serving',
    'interview-45',
    CANDIDATES[candidate]?.make() ?? (() => undefined),
    true,
    persona,
  );
const strong = await held('strong');
const others = [
  ['the same answers, last ones first', await held('strong, other order')],
  ['another candidate', await held('mid')],
] as const;
const listed = await held('strong, as listed');
const voices = [
  ['warm', await held('strong, as listed', 'warm')],
  ['sceptical', await held('strong, as listed', 'sceptical')],
] as const;
const variety = table(
  ['beside the strong candidate', 'lines that coincide', 'moves and facts that differ'],
  [
    ...others.map(([name, row]) => [name, percent(...alike(strong.checked, row.checked)), '–']),
    ...voices.map(([name, row]) => [
      `the same words, ${name}`,
      percent(...alike(listed.checked, row.checked)),
      String(sameMoves(listed.held, row.held)),
    ]),
  ],
);

const everything = [...rows, ...given];
const took = everything.flatMap(({ held: { tookMs } }) => tookMs).toSorted((a, b) => a - b);
const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(0);
const facts = factsOf(everything.map((row) => row.held));
const grounded = [
  sum(everything, ({ checked }) => checked.grounded),
  sum(everything, ({ checked }) => checked.groundable),
] as const;

const failed = [
  ...RULES.flatMap((rule, index) => {
    const count = brokenBy(everything)[index] ?? 0;
    return count > 0 ? [`${rule}: ${count}`] : [];
  }),
  ...(phases.every(inTime) ? [] : [`${phases.filter((phase) => !inTime(phase)).length} phases out of time`]),
  ...(cooperative.every(({ checked }) => checked.dives >= 2 && checked.dives <= 3) ? [] : ['deep dives']),
  ...(cooperative.every(({ checked }) => checked.twists >= 1) ? [] : ['an interview without a twist']),
  ...(grounded[0] >= 0.7 * grounded[1] ? [] : ['grounding']),
  ...(facts.differing === 0 ? [] : [`${facts.differing} facts were told differently`]),
  ...others.flatMap(([name, row]) => {
    const [same, all] = alike(strong.checked, row.checked);
    return same < 0.3 * all ? [] : [`${name}: too many lines coincide`];
  }),
  ...voices.flatMap(([name, row]) => {
    const [same, all] = alike(listed.checked, row.checked);
    return same <= 0.3 * all && sameMoves(listed.held, row.held) === 0 ? [] : [`voice ${name}`];
  }),
];

const text = [
  `${everything.length} interviews, ${sum(everything, ({ checked }) => checked.lines.length)} lines of the interviewer's. ${percent(...grounded)} of the questions that take something up ask about the candidate's own words or boxes. ${facts.told} facts were told, ${facts.differing} of them differently.`,
  `### Rules broken\n\n${rules}`,
  `### The course, with candidates who cooperate\n\n${course}`,
  `### Variety\n\n${variety}`,
  `### Time\n\nFrom the candidate's words to the interviewer's: half within ${at(0.5)} ms, 95 in 100 within ${at(0.95)} ms.`,
].join('\n\n');
process.stdout.write(`${text}\n\n`);
for (const line of failed) process.stderr.write(`fails: ${line}\n`);
if (values.write) {
  const file = new URL('RESULTS.md', import.meta.url);
  const verdict = failed.length === 0 ? 'What must hold holds.' : `Fails: ${failed.join('; ')}.`;
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`;
  const head = `## ${new Date().toISOString().slice(0, 10)} · The interviewer\n\n    npm run bench:interviewer -- --write\n\n${machine} ${verdict}`;
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${head}\n\n${text}\n`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
