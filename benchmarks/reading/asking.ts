/** `content/interviewer/asking.yaml`: which question fits which words. */
import { Ask } from '@dryrun/domain';
import type { Asking } from '@dryrun/domain';
import { featuresAround, saidThreads } from '@dryrun/interview';
import type { Labelled } from '../judgement/labelled.ts';
import { fitWeighings, hashOf, notesIn } from './weighing.ts';
import type { Fitting, Said } from './weighing.ts';

/** In the order of what can be asked. */
const CODES = 'YMLWNEOF';

export const ASKING: Fitting<Ask> = {
  kinds: Object.fromEntries(
    Ask.options.map((kind, at) => [kind, (codes: string) => codes.includes(CODES.charAt(at))]),
  ) as Fitting<Ask>['kinds'],
  ridge: 10,
};

export const fitAsking = (asked: readonly Said[]): Asking => fitWeighings(asked, ASKING);

/** What readers call sensible to ask of the words that can be taken up, each once. */
export const askedIn = (given: readonly Labelled[]): readonly Said[] => {
  const notes = notesIn('asked.txt');
  const seen = new Set<string>();
  return given.flatMap(({ record, system }) =>
    record.turns
      .filter(({ speaker }) => speaker === 'candidate')
      .flatMap(({ turn, text }) =>
        saidThreads({ turns: record.turns, askedAbout: undefined }, turn, record.findings.get(turn) ?? [])
          .filter(({ of }) => of.includes('claim'))
          .flatMap((thread) => {
            const hash = hashOf(`${text.slice(0, text.indexOf(thread.quote))}\n${thread.quote}`);
            const codes = notes.get(hash);
            if (codes === undefined || seen.has(hash)) return [];
            seen.add(hash);
            return [{ system, features: featuresAround(text, thread), codes }];
          }),
      ),
  );
};
