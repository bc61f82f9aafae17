import type { HeldContent, Plan, Refusal, Terms } from '@dryrun/domain';
import { didYouMean } from '@dryrun/text';
import { candidateSystem } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';
import { heardConcepts } from './sheet.ts';

/** What an interview on these terms is held with, and the outline the candidate is told; or why it cannot be held. */
export const hold = (
  catalogue: Catalogue,
  terms: Pick<Terms, 'system' | 'format'>,
): { readonly content: HeldContent; readonly plan: Plan } | Refusal => {
  const system = catalogue.systems.find(({ slug }) => slug === terms.system);
  if (!system)
    return unknown(
      'system',
      terms.system,
      catalogue.systems.map(({ slug }) => slug),
    );
  const format = catalogue.formats.find(({ id }) => id === terms.format);
  if (!format)
    return unknown(
      'format',
      terms.format,
      catalogue.formats.map(({ id }) => id),
    );

  const sheet = catalogue.sheets.get(system.slug);
  const content: HeldContent = {
    schema: 1,
    system: candidateSystem(system),
    format,
    lines: catalogue.lines,
    vocabulary: heardConcepts(catalogue.concepts),
    ...(catalogue.asking ? { asking: catalogue.asking } : {}),
    ...(catalogue.judgement ? { judgement: catalogue.judgement } : {}),
    ...(catalogue.substance ? { substance: catalogue.substance } : {}),
    ...(catalogue.citing ? { citing: catalogue.citing } : {}),
    followUps: catalogue.followUps,
    areas: catalogue.areas,
    subjects: catalogue.subjects,
    twists: catalogue.twists,
    ...(sheet ? { sheet } : {}),
  };
  const phases = format.phases.map(({ id, title, goal, budgetMs, exchanges }) => ({
    id,
    title,
    ...(goal === undefined ? {} : { goal }),
    budgetMs,
    exchanges,
  }));
  return {
    content,
    plan: { title: system.title, formatTitle: format.title, phases, patienceMs: format.patienceMs },
  };
};

const unknown = (what: 'system' | 'format', name: string, names: readonly string[]): Refusal => ({
  code: `unknown-${what}`,
  message: `There is no ${what} “${name}”.${didYouMean(name, names) || ` There are ${names.length}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}.`}`,
});
