import type { Format } from '@dryrun/domain';
import { FormatFile } from './catalogue.ts';
import type { ContentFinding, Read, SourceFile } from './finding.ts';
import { placeOf, readYaml } from './yaml-file.ts';

const MINUTE_MS = 60_000;

/** One format from its file. Its name is its file's name, and ids are unique where they are looked up. */
export const readFormat = (file: SourceFile): Read<Format | undefined> => {
  const { value, findings } = readYaml(file, FormatFile);
  if (!value) return { value: undefined, findings };

  const wrong: ContentFinding[] = [];
  const name = file.path.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (name !== value.id) {
    wrong.push({
      code: 'file-name',
      message: `The format “${value.id}” is in “${name}.yaml”: name the file after the format.`,
      ...placeOf(file, ['id']),
    });
  }
  const seen = new Set<string>();
  for (const [index, phase] of value.phases.entries()) {
    for (const [id, path] of [
      [phase.id, ['phases', index, 'id']],
      ...phase.questions.map(
        (question, at) => [`${phase.id}/${question.id}`, ['phases', index, 'questions', at, 'id']] as const,
      ),
    ] as const) {
      if (seen.has(id)) {
        wrong.push({
          code: 'twice',
          message: `“${id}” stands here a second time: give it another id.`,
          ...placeOf(file, path),
        });
      }
      seen.add(id);
    }
  }
  if (wrong.length > 0) return { value: undefined, findings: wrong };

  const format: Format = {
    id: value.id,
    title: value.title,
    opening: value.opening,
    looksAt: value['looks-at'],
    patienceMs: value.patience,
    phases: value.phases.map(({ id, title, goal, minutes, exchanges, questions }) => ({
      id,
      title,
      goal,
      exchanges,
      questions,
      budgetMs: Math.round(minutes * MINUTE_MS),
    })),
  };
  return { value: format, findings: [] };
};
