import { AREAS } from '../scenario-files.ts';
import { at } from './lint.ts';
import type { Lint } from './lint.ts';
import type { ContentFinding } from '../finding.ts';

/** Two references, specimens of every kind, items in every area. */
export const complete: Lint = ({ folder, items, references, specimens }) => {
  const missing = (file: string, message: string): ContentFinding => ({
    code: 'missing',
    message,
    file,
    line: 1,
    column: 1,
  });
  const without = ['simple', 'scale'].filter(
    (name) => !references.some(({ path }) => path.endsWith(`/${name}.yaml`)),
  );
  const kinds = ['strong', 'thin', 'confidently-wrong', 'name-dropping'].filter(
    (kind) => !specimens.some(({ value }) => value.kind === kind),
  );
  const areas = items ? AREAS.filter((area) => !items.value.items.some((item) => item.area === area)) : [];
  return [
    ...without.map((name) =>
      missing(
        `${folder}/references/${name}.yaml`,
        `Expected the reference design “${name}”; it is not there.`,
      ),
    ),
    ...kinds.map((kind) =>
      missing(`${folder}/specimens/${kind}.yaml`, `Expected a specimen of kind “${kind}”; there is none.`),
    ),
    ...(items && areas.length > 0
      ? [
          at(
            items.file,
            ['items'],
            'area-empty',
            `Expected items in every area; none in ${areas.join(', ')}.`,
          ),
        ]
      : []),
  ];
};
