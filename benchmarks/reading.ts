/**
 * Samples for a reader, who says of each whether it holds: claims of debriefs by quote, reading and dimension alone, or questions
 * that took up what a candidate had just said. What readers found is kept in RESULTS.md by hand; no program can find it.
 *
 *     npm run bench:reading -- claims|follow-ups [--of 100] [--seed 1] [--copies]
 *     npm run bench:reading -- fit
 *
 * With `--copies` of the interviews as they were said again in other words, which no rule was written on. Claims are chosen
 * and questions by weights that have not seen the interview's system; `fit` writes those of all systems to content/.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assessTranscript } from '@dryrun/app';
import type { Asking, Move } from '@dryrun/domain';
import { stringify } from 'yaml';
import { givenWords } from './interviewer/candidates.ts';
import { GROUNDABLE } from './interviewer/check.ts';
import { holdWith } from './interviewer/hold.ts';
import { catalogueOf, labelledIn } from './judgement/labelled.ts';
import type { Labelled } from './judgement/labelled.ts';
import { paraphrasedOf } from './judgement/paraphrased.ts';
import { ASKING, askedIn, fitAsking } from './reading/asking.ts';
import { CITING, fitCiting, fitSubstance, SUBSTANCE } from './reading/citing.ts';
import { leftOut, weighingsLeftOut } from './reading/left-out.ts';
import { checkWeighings } from './reading/weighing.ts';

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
const copies = paraphrasedOf(catalogue, labelled).map(({ copy }) => copy);
const given = values.copies ? copies : labelled;
if (given.length === 0) {
  process.stderr.write('Not run: set DRYRUN_DATA to the folder of test material that has transcripts/.\n');
  process.exit(2);
}

const everybody = [...labelled, ...copies];
const { placed, graded, citingFor, substanceFor } = weighingsLeftOut(everybody);
const asked = askedIn(everybody);
const askingFor = leftOut<Asking>(asked, fitAsking);

const claimsOf = ({ system, transcript }: Labelled): readonly string[] => {
  const outcome = assessTranscript(
    { ...catalogue, citing: citingFor(system), substance: substanceFor(system) },
    transcript,
  );
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value.dimensions.flatMap(({ id, evidence }) =>
    evidence.flatMap((one) =>
      one.kind === 'quote' ? [`[${id}] (${one.polarity}) “${one.quote}”\n   ${one.reading}`] : [],
    ),
  );
};

/** The interviewer's own questions to the words of a given candidate, played one after the other. */
const followUpsOf = async ({ system, transcript }: Labelled): Promise<readonly string[]> => {
  const wish = { system: transcript.scenario, level: 'L6', format: 'interview-45' } as const;
  const { events } = await holdWith(
    { ...catalogue, asking: askingFor(system) },
    wish,
    givenWords(transcript),
  );
  const found: string[] = [];
  const moves = new Map<number, Move>();
  let answer = '';
  for (const { event } of events) {
    if (event.type === 'MoveChosen') moves.set(event.turn, event.move);
    if (event.type === 'CandidateSpoke') answer = event.text;
    const move = event.type === 'LineSaid' ? moves.get(event.turn) : undefined;
    if (event.type === 'LineSaid' && move && GROUNDABLE.has(move))
      found.push(
        `candidate: ${answer}\n   interviewer (${move}): ${event.parts.map(({ text }) => text).join('')}`,
      );
  }
  return found;
};

const [what] = positionals;
const write = (file: string, tells: string, fitted: object): void =>
  writeFileSync(
    join(import.meta.dirname, '../content', file),
    `# ${tells}, by \`npm run bench:reading -- fit\` on passages that readers judged. It can be worked through by hand:
#   chance = 1 / (1 + e^−(bias + Σ weight of what the passage has))
# \`words\` as they are said; \`#\` is any figure and \`$\` an amount of money. Of \`marks\` those in capitals are the ways of speaking of
# packages/text/src/wording.ts, the others are named in the specifications of the assessor and the interview.
${stringify(fitted)}`,
  );
if (what === 'fit') {
  write('citing.yaml', 'Which words can be cited for a mark', fitCiting(placed));
  write('substance.yaml', 'How much a passage says, whatever it is of', fitSubstance(graded));
  write('interviewer/asking.yaml', 'Which question fits which words', fitAsking(asked));
  process.stdout.write(
    `${[
      checkWeighings(placed, CITING, citingFor),
      checkWeighings(graded, SUBSTANCE, substanceFor),
      checkWeighings(asked, ASKING, askingFor),
    ].join('\n\n')}\n`,
  );
  process.exit(0);
}
if (what !== 'claims' && what !== 'follow-ups') {
  process.stderr.write('Expected what to sample, claims or follow-ups, or fit.\n');
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
