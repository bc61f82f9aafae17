import { READ_CHARACTERS } from '@dryrun/domain';
import type { Exchange, Finding, HearContext, Make } from '@dryrun/domain';
import { estimatesIn } from '@dryrun/quantities';
import { aboutOf } from './about.ts';
import { readActs } from './acts.ts';
import { readClaims } from './claims.ts';
import { readConcepts } from './concepts.ts';
import { readManner } from './manner.ts';
import { readMistakes } from './mistakes.ts';
import { readQuestions } from './questions.ts';
import { readRebuttal } from './rebuttals.ts';

/** The built-in make of the port `hear`: pure, immediate, always there. Without a sheet it hears requests, questions and claims. */
export const builtInHear = {
  make: { kind: 'built-in', version: '5' } satisfies Make,
  hear: (exchange: Exchange, context: HearContext): readonly Finding[] => {
    const text = exchange.answer.text.slice(0, READ_CHARACTERS);
    const found = [
      ...readActs(text, exchange.asked),
      ...readQuestions(text, context.sheet),
      ...readConcepts(text, context),
      ...readMistakes(text, context.sheet),
      ...estimatesIn(text).map(
        ({ start, end, holds, off }): Finding => ({ kind: 'estimate', holds, off, span: { start, end } }),
      ),
      ...readClaims({ ...exchange, answer: { ...exchange.answer, text } }, aboutOf(exchange, context)),
      ...readRebuttal(text, context),
    ];
    return [...found, ...readManner(exchange, context, found)];
  },
};
