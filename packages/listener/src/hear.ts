import type { Exchange, Finding, HearContext, Make } from '@dryrun/domain';
import { readActs } from './acts.ts';
import { readConcepts, readMistakes } from './concepts.ts';
import { readQuestions } from './questions.ts';

/** The built-in make of the port `hear`: pure, immediate, always there. Without a sheet it hears requests and questions. */
export const builtInHear = {
  make: { kind: 'built-in', version: '2' } satisfies Make,
  hear: ({ answer: { text } }: Exchange, context: HearContext): readonly Finding[] => [
    ...readActs(text),
    ...readQuestions(text, context.sheet),
    ...readConcepts(text, context),
    ...readMistakes(text, context.sheet),
  ],
};
