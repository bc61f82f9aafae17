/**
 * One scenario's folder, read file by file. A file that is missing or wrong is a finding and leaves a hole; the lints
 * (lints/) look at what was read, each for one thing.
 */
import type { z } from 'zod';
import type { ContentFinding, SourceFile } from './finding.ts';
import { readFrontMatter } from './front-matter.ts';
import {
  FactsFile,
  ItemsFile,
  NotesFront,
  ScenarioLevelsFile,
  SpecimenFile,
  TwistsFile,
} from './scenario-files.ts';
import { readYaml } from './yaml-file.ts';

export type ReadFile<Value> = { readonly file: SourceFile; readonly value: Value };

export type Scenario = {
  readonly slug: string;
  readonly folder: string;
  readonly brief: ReadFile<{ readonly vague: string; readonly clear: string }> | undefined;
  readonly facts: ReadFile<z.infer<typeof FactsFile>> | undefined;
  readonly items: ReadFile<z.infer<typeof ItemsFile>> | undefined;
  readonly twists: ReadFile<z.infer<typeof TwistsFile>> | undefined;
  readonly levels: ReadFile<z.infer<typeof ScenarioLevelsFile>> | undefined;
  readonly notes: ReadFile<z.infer<typeof NotesFront>> | undefined;
  readonly references: readonly SourceFile[];
  readonly specimens: readonly ReadFile<z.infer<typeof SpecimenFile>>[];
};

export const readScenario = (
  slug: string,
  files: readonly SourceFile[],
): { readonly value: Scenario; readonly findings: readonly ContentFinding[] } => {
  const folder = `scenarios/${slug}`;
  const findings: ContentFinding[] = [];
  const find = (name: string): SourceFile | undefined => {
    const file = files.find(({ path }) => path === `${folder}/${name}`);
    if (!file) {
      const message = `Expected ${name} in ${folder}; it is not there. \`dryrun scenarios new\` writes one to fill in.`;
      findings.push({ code: 'missing', message, file: `${folder}/${name}`, line: 1, column: 1 });
    }
    return file;
  };
  const yaml = <Shape extends z.ZodType>(file: SourceFile | undefined, shape: Shape) => {
    if (!file) return undefined;
    const read = readYaml(file, shape);
    findings.push(...read.findings);
    return read.value === undefined ? undefined : { file, value: read.value };
  };
  const inFolder = (name: string) => files.filter(({ path }) => path.startsWith(`${folder}/${name}/`));

  const notesFile = find('notes.md');
  const notes = notesFile && readFrontMatter(notesFile, NotesFront);
  findings.push(...(notes?.findings ?? []));
  const value: Scenario = {
    slug,
    folder,
    brief: briefOf(find('brief.md'), findings),
    facts: yaml(find('facts.yaml'), FactsFile),
    items: yaml(find('items.yaml'), ItemsFile),
    twists: yaml(find('twists.yaml'), TwistsFile),
    levels: yaml(find('levels.yaml'), ScenarioLevelsFile),
    notes: notesFile && notes?.value && { file: notesFile, value: notes.value },
    references: inFolder('references'),
    specimens: inFolder('specimens').flatMap((file) => yaml(file, SpecimenFile) ?? []),
  };
  return { value, findings };
};

/** The two openings, under their headings. */
const briefOf = (file: SourceFile | undefined, findings: ContentFinding[]): Scenario['brief'] => {
  if (!file) return undefined;
  const section = (name: string): string => {
    const lines = file.text.split('\n');
    const start = lines.findIndex((line) => line.trim() === `## ${name}`);
    if (start < 0) {
      const message = `Expected a section “## ${name}” with the ${name.toLowerCase()} opening; found none.`;
      findings.push({ code: 'missing', message, file: file.path, line: 1, column: 1 });
      return '';
    }
    const length = lines.slice(start + 1).findIndex((line) => line.startsWith('#'));
    return lines
      .slice(start + 1, length < 0 ? undefined : start + 1 + length)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  };
  return { file, value: { vague: section('Vague'), clear: section('Clear') } };
};
