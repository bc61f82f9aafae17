/**
 * Samples for a reader, who says of each whether it holds: claims of debriefs by quote, reading and dimension alone, or questions
 * that took up what a candidate had just said. What readers found is kept in RESULTS.md by hand; no program can find it.
 *
 *     npm run bench:reading -- claims|follow-ups [--of 100] [--seed 1] [--copies]
 *
 * With `--copies` of the interviews as they were said again in other words, which no rule was written on.
 */
import { parseArgs } from 'node:util';
import { assessTranscript } from '@dryrun/app';
import type { Move } from '@dryrun/domain';
import { givenWords } from './interviewer/candidates.ts';
import { GROUNDABLE } from './interviewer/check.ts';
import { holdWith } from './interviewer/hold.ts';
import { catalogueOf, labelledIn } from './judgement/labelled.ts';
import type { Labelled } from './judgement/labelled.ts';
import { paraphrasedOf } from './judgement/paraphrased.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    of: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    copies: { type: 'boolean', default: false },
  },
});
const catalogue = await catalogueOf();
const labelled = labelledIn(catalogue, process.env['DRYRUN_DATA']);
const given = values.copies ? paraphrasedOf(catalogue, labelled).map(({ copy }) => copy) : labelled;
if (given.length === 0) {
  process.stderr.write('Not run: set DRYRUN_DATA to the folder of test material that has transcripts/.\n');
  process.exit(2);
}

const claimsOf = ({ transcript }: Labelled): readonly string[] => {
  const outcome = assessTranscript(catalogue, transcript);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value.dimensions.flatMap(({ id, evidence }) =>
    evidence.flatMap((one) =>
      one.kind === 'quote' ? [`[${id}] (${one.polarity}) “${one.quote}”\n   ${one.reading}`] : [],
    ),
  );
};

/** The interviewer's own questions to the words of a given candidate, played one after the other. */
const followUpsOf = async ({ transcript }: Labelled): Promise<readonly string[]> => {
  const wish = { system: transcript.scenario, level: 'L6', format: 'interview-45' } as const;
  const { events } = await holdWith(catalogue, wish, givenWords(transcript));
  const found: string[] = [];
  let [move, answer]: [Move, string] = ['acknowledge', ''];
  for (const { event } of events) {
    if (event.type === 'MoveChosen') ({ move } = event);
    if (event.type === 'CandidateSpoke') answer = event.text;
    if (event.type === 'LineSaid' && GROUNDABLE.has(move))
      found.push(
        `candidate: ${answer}\n   interviewer (${move}): ${event.parts.map(({ text }) => text).join('')}`,
      );
  }
  return found;
};

const [what] = positionals;
if (what !== 'claims' && what !== 'follow-ups') {
  process.stderr.write('Expected what to sample: claims or follow-ups.\n');
  process.exit(2);
}
const all = (
  await Promise.all(given.map(async (one) => (what === 'claims' ? claimsOf(one) : followUpsOf(one))))
).flat();
/** The same seed takes the same sample; another takes another. */
const place = (text: string): number => {
  let hash = Number(values.seed) >>> 0;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
};
const sample = all.toSorted((a, b) => place(a) - place(b)).slice(0, Number(values.of));
process.stdout.write(
  `${sample.map((one, at) => `${at + 1}. ${one}`).join('\n\n')}\n\n${sample.length} of ${all.length}.\n`,
);
