import type { z } from 'zod';
import type { Read, SourceFile } from './finding.ts';
import { readYaml } from './yaml-file.ts';

/** The YAML between two lines of “---” at the top of a Markdown file. */
export const readFrontMatter = <Shape extends z.ZodType>(
  file: SourceFile,
  shape: Shape,
): Read<z.infer<Shape> | undefined> => {
  const match = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(file.text);
  if (!match) {
    const message = 'Expected the file to begin with “---”, its particulars in YAML, and “---”; found none.';
    return {
      value: undefined,
      findings: [{ code: 'missing', message, file: file.path, line: 1, column: 1 }],
    };
  }
  // An empty line in the place of the first “---” keeps line numbers true.
  return readYaml({ path: file.path, text: `\n${match[1]}` }, shape);
};
