/**
 * From the texts of the content folder to a checked catalogue.
 *
 *     systems  levels  formats/  interviewer/  signals  rubric  concepts/  components        scenarios/<slug>/
 *        └────────┴───────┴──────────┴────────────┴───────┴─────────┴──────────┘                    │
 *                                 ▼                                                     read, then lints
 *              catalogue + every finding, each with file, line and column ◀────────────────────────┘
 *
 * A step reads one kind of file and never stops at the first thing wrong. Findings in what all systems share leave
 * holes: whoever opens interviews asks for none first. A scenario with findings is left out, and the others work.
 */
import { Asking, Citing, Judgement, LEVELS, Substance } from '@dryrun/domain';
import type { FollowUp, Format, Line, Move, Sheet } from '@dryrun/domain';
import { didYouMean } from '@dryrun/text';
import { z } from 'zod';
import { SystemEntry } from './catalogue.ts';
import type { Catalogue, ReferenceDesign } from './catalogue.ts';
import type { ContentFinding, Read, SourceFile } from './finding.ts';
import { readFormat } from './formats.ts';
import { readLines } from './lines.ts';
import { idFindings, idsOf } from './ids.ts';
import { readHardware } from './hardware.ts';
import { LINTS } from './lints/lints.ts';
import type { Shared } from './lints/lints.ts';
import { readPalette } from './palette.ts';
import { readScenario } from './scenario.ts';
import type { Scenario } from './scenario.ts';
import {
  AreaEntry,
  Concept,
  FollowUpEntry,
  GeneralTwistEntry,
  LevelEntry,
  Pair,
  RubricDimension,
  Signal,
  SubjectEntry,
} from './shared-files.ts';
import { sheetOf } from './sheet.ts';
import { placeOf, readYaml } from './yaml-file.ts';

export type Compiled = Read<Catalogue> & {
  readonly scenarios: readonly Scenario[];
  readonly ids: readonly string[];
};

export const compile = (files: readonly SourceFile[]): Compiled => {
  const findings: ContentFinding[] = [];
  const keep = <Value>(read: Read<Value>): Value => {
    findings.push(...read.findings);
    return read.value;
  };

  const systems = keep(readList(files, 'systems.yaml', SystemEntry, (system) => system.slug));
  const levels = keep(readList(files, 'levels.yaml', LevelEntry, (level) => level.id));
  const formats: Format[] = [];
  const lines: Partial<Record<Move, readonly Line[]>> = {};
  for (const file of files) {
    if (/^formats\/[^/]+\.yaml$/.test(file.path)) {
      const format = keep(readFormat(file));
      if (format) formats.push(format);
    }
    if (/^interviewer\/[^/]+\.md$/.test(file.path)) {
      const read = keep(readLines(file));
      if (read) lines[read.move] = read.lines;
    }
  }
  const id = (entry: { readonly id: string }) => entry.id;
  const signals = keep(readList(files, 'signals.yaml', Signal, id));
  const rubric = keep(readList(files, 'rubric.yaml', RubricDimension, id));
  const pairs = keep(readList(files, 'concepts/pairs.yaml', Pair, id));
  const concepts = files
    .filter(({ path }) => /^concepts\/[^/]+\.yaml$/.test(path) && path !== 'concepts/pairs.yaml')
    .flatMap(({ path }) => keep(readList(files, path, Concept, id)));
  const optional = <Entry extends z.ZodType<{ readonly id: string }>>(path: string, entry: Entry) =>
    files.some((file) => file.path === path) ? keep(readList(files, path, entry, id)) : [];
  const followUps = optional('interviewer/follow-ups.yaml', FollowUpEntry).map(followUpOf);
  const areas = optional('interviewer/areas.yaml', AreaEntry);
  const subjects = optional('interviewer/subjects.yaml', SubjectEntry);
  const twists = optional('interviewer/twists.yaml', GeneralTwistEntry);
  const single = <Shape extends z.ZodType>(path: string, shape: Shape): z.infer<Shape> | undefined =>
    files.filter((file) => file.path === path).map((file) => keep(readYaml(file, shape)))[0];
  const asking = single('interviewer/asking.yaml', Asking);
  const judgement = single('judgement.yaml', Judgement);
  const citing = single('citing.yaml', Citing);
  const substance = single('substance.yaml', Substance);
  const palette = keep(readPalette(files));
  findings.push(...readHardware(files).findings);
  findings.push(...missingLines(files, formats, lines), ...levelsInOrder(files, levels));

  const shared = {
    systems,
    levels,
    formats: formats.sort((a, b) => (a.id < b.id ? -1 : 1)),
    lines,
    signals,
    rubric,
    pairs,
    concepts,
    followUps,
    areas,
    subjects,
    twists,
    asking,
    judgement,
    citing,
    substance,
    palette,
  };
  const sheets = new Map<string, Sheet>();
  const references: Record<string, readonly ReferenceDesign[]> = {};
  const scenarios: Scenario[] = [];
  for (const slug of slugsOf(files)) {
    const { scenario, findings: wrong } = checkScenario(slug, files, shared);
    findings.push(...wrong);
    scenarios.push(scenario);
    if (wrong.length > 0) continue;
    sheets.set(slug, sheetOf(scenario, concepts));
    references[slug] = scenario.references.map(({ path, text }) => ({
      id: path.replace(/^.*\//, '').replace(/\.yaml$/, ''),
      text,
    }));
  }
  const ids = idsOf(shared, scenarios);
  findings.push(...idFindings(files, ids));
  return { value: { ...shared, sheets, references }, findings: findings.sort(byPlace), scenarios, ids };
};

const followUpOf = ({ lines, warm, sceptical, ...entry }: FollowUpEntry): FollowUp => ({
  ...entry,
  lines: [
    ...lines.map((text): Line => ({ text })),
    ...warm.map((text): Line => ({ text, persona: 'warm' })),
    ...sceptical.map((text): Line => ({ text, persona: 'sceptical' })),
  ],
});

const slugsOf = (files: readonly SourceFile[]): readonly string[] => [
  ...new Set(files.flatMap(({ path }) => /^scenarios\/([^/]+)\//.exec(path)?.[1] ?? [])),
];

const checkScenario = (
  slug: string,
  files: readonly SourceFile[],
  shared: Shared & { readonly systems: readonly SystemEntry[] },
): { readonly scenario: Scenario; readonly findings: readonly ContentFinding[] } => {
  const { value: scenario, findings } = readScenario(slug, files);
  const known = shared.systems.map((system) => system.slug);
  const message = `There is no system “${slug}” in systems.yaml.${didYouMean(slug, known)}`;
  const file = `${scenario.folder}/brief.md`;
  const unknown = known.includes(slug) ? [] : [{ code: 'unknown-id', message, file, line: 1, column: 1 }];
  const linted = Object.values(LINTS).flatMap((lint) => lint(scenario, shared));
  return { scenario, findings: [...findings, ...unknown, ...linted] };
};

const readList = <Entry extends z.ZodType>(
  files: readonly SourceFile[],
  path: string,
  entry: Entry,
  id: (entry: z.infer<Entry>) => string,
): Read<readonly z.infer<Entry>[]> => {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) {
    const message = `Expected the file “${path}” in the content folder; it is not there.`;
    return { value: [], findings: [{ code: 'missing', message, file: path, line: 1, column: 1 }] };
  }
  const { value, findings } = readYaml(file, z.array(entry).min(1));
  const entries = value ?? [];
  const twice = entries.flatMap((one, index) =>
    entries.findIndex((other) => id(other) === id(one)) === index
      ? []
      : [
          {
            code: 'twice',
            message: `“${id(one)}” stands here a second time: ids are unique.`,
            ...placeOf(file, [index]),
          },
        ],
  );
  return { value: entries, findings: [...findings, ...twice] };
};

/** Moves that every interview makes, whatever its questions. */
const ALWAYS_MADE: readonly Move[] = [
  'answer-candidate',
  'answer-fact',
  'ask-assumption',
  'hint',
  'probe-gap',
  'probe-thread',
  'twist',
  'set-expectations',
  'present-problem',
  'transition',
  'time-cue',
  'wait',
  'repeat',
  'refocus',
  'decline',
  'next-steps',
  'close',
];

const missingLines = (
  files: readonly SourceFile[],
  formats: readonly Format[],
  lines: Catalogue['lines'],
): readonly ContentFinding[] => {
  const asked = formats.flatMap((format) =>
    format.phases.flatMap((phase) => phase.questions.map(({ move }) => move)),
  );
  const unworded = [...new Set([...ALWAYS_MADE, ...asked])].filter((move) => !lines[move]);
  return unworded
    .filter((move) => !files.some(({ path }) => path === `interviewer/${move}.md`))
    .map((move) => ({
      code: 'move-without-lines',
      message: `The move “${move}” is made but has no words: write interviewer/${move}.md.`,
      file: `interviewer/${move}.md`,
      line: 1,
      column: 1,
    }));
};

const levelsInOrder = (
  files: readonly SourceFile[],
  levels: readonly LevelEntry[],
): readonly ContentFinding[] => {
  const file = files.find(({ path }) => path === 'levels.yaml');
  const ids = levels.map(({ id }) => id);
  if (!file || levels.length === 0 || ids.join() === LEVELS.join()) return [];
  const message = `Expected the levels ${LEVELS.join(', ')} in this order; found ${ids.join(', ')}.`;
  return [{ code: 'levels', message, file: file.path, line: 1, column: 1 }];
};

const byPlace = (a: ContentFinding, b: ContentFinding) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
