export { candidateSystem } from './catalogue.ts';
export type { Catalogue, SystemEntry } from './catalogue.ts';
export { compile } from './compile.ts';
export { describeFinding } from './finding.ts';
export type { ContentFinding, SourceFile } from './finding.ts';
export { hold } from './hold.ts';
export type { Concept, LevelEntry, Pair, RubricDimension, Signal } from './shared-files.ts';
