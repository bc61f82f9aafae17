import type { ContentFinding, SourceFile } from '../finding.ts';
import type { Scenario } from '../scenario.ts';
import type { Concept, Pair } from '../shared-files.ts';
import { placeOf } from '../yaml-file.ts';

/** What a lint may compare a scenario with. */
export type Shared = { readonly concepts: readonly Concept[]; readonly pairs: readonly Pair[] };

/** One thing that can be wrong with a scenario, told wherever it is. Each lint is a file of its own. */
export type Lint = (scenario: Scenario, shared: Shared) => readonly ContentFinding[];

export const at = (
  file: SourceFile,
  path: readonly PropertyKey[],
  code: string,
  message: string,
): ContentFinding => ({
  code,
  message,
  ...placeOf(file, path),
});

export const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => /\w/.test(word));
