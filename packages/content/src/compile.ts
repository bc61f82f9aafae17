/**
 * From the texts of the content folder to a checked catalogue.
 *
 *     systems.yaml    levels.yaml    formats/*.yaml    interviewer/*.md
 *          └──────────────┴───────────────┴──────────────────┘
 *                                  ▼
 *              catalogue + every finding, each with file, line and column
 *
 * A step reads one kind of file and never stops at the first thing wrong. With a finding there may be a hole in the
 * catalogue: whoever opens interviews asks for no findings first.
 */
import { LEVELS } from '@dryrun/domain';
import type { Format, Line, Move } from '@dryrun/domain';
import { z } from 'zod';
import { LevelEntry, SystemEntry } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import type { ContentFinding, Read, SourceFile } from './finding.ts';
import { readFormat } from './formats.ts';
import { readLines } from './lines.ts';
import { placeOf, readYaml } from './yaml-file.ts';

export const compile = (files: readonly SourceFile[]): Read<Catalogue> => {
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
  findings.push(...missingLines(files, formats, lines), ...levelsInOrder(files, levels));
  return {
    value: { systems, levels, formats: formats.sort((a, b) => (a.id < b.id ? -1 : 1)), lines },
    findings: findings.sort(byPlace),
  };
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
