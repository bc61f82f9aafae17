/**
 * Holds the built-in assessor against labelled interviews (`DRYRUN_DATA`, under `transcripts/`). Exits with 1 where a
 * figure that must hold does not. The labels were made for this project; no panel of human raters has judged these interviews.
 *
 *     npm run bench:judgement -- [--write] [--fit]
 *
 * *Left out* is a model, and weights of passages, that were fitted without the interview's system: what to expect of a system
 * that nobody labelled.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assessTranscript } from '@dryrun/app';
import { bandAt, levelOf, scoreOf, shownOf, strengthOf } from '@dryrun/assessor';
import type { Shown } from '@dryrun/assessor';
import { DIMENSIONS, LEVELS } from '@dryrun/domain';
import type { Debrief, Dimension, Judgement } from '@dryrun/domain';
import { stringify } from 'yaml';
import { DISTURBANCES } from './judgement/disturb.ts';
import { fit } from './judgement/fit.ts';
import { catalogueOf, labelledIn, recordIn } from './judgement/labelled.ts';
import type { Labelled } from './judgement/labelled.ts';
import { correlation, exact, interval, kappa, partial, withinOne } from './judgement/measures.ts';
import type { Pair } from './judgement/measures.ts';
import { paraphrasedOf } from './judgement/paraphrased.ts';
import { weighingsLeftOut } from './reading/left-out.ts';
import { table } from './simulator/table.ts';

type Outcome = { readonly text: string; readonly failed: readonly string[] };

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, fit: { type: 'boolean', default: false } },
});
const catalogue = await catalogueOf();
const labelled = labelledIn(catalogue, process.env['DRYRUN_DATA']);
if (labelled.length === 0) {
  process.stderr.write('Not run: set DRYRUN_DATA to the folder of test material that has transcripts/.\n');
  process.exit(2);
}

const BANDS = ['below', 'meets', 'exceeds'];
const copies = paraphrasedOf(catalogue, labelled);
const { citingFor, substanceFor } = weighingsLeftOut([...labelled, ...copies.map(({ copy }) => copy)]);
/** As it is shown by weights that have not seen its system. */
const unseen = (one: Labelled): Labelled => ({
  ...one,
  shown: shownOf({ ...one.record, citing: citingFor(one.system), substance: substanceFor(one.system) }),
});
const unseenOnes = labelled.map(unseen);
const whole = fit(unseenOnes);
const systems = [...new Set(labelled.map(({ system }) => system))];
const leftOut = new Map(
  systems.map((system) => [system, fit(unseenOnes.filter((one) => one.system !== system))]),
);
/** Who judges, and what is judged. */
type Judging = { readonly model: (one: Labelled) => Judgement; readonly ones: readonly Labelled[] };
const plain: Judging = { model: () => whole, ones: labelled };
const without: Judging = { model: ({ system }) => leftOut.get(system) ?? whole, ones: unseenOnes };

const levelsBy = ({ model, ones }: Judging): readonly Pair[] =>
  ones.map((one) => {
    const judgement = model(one);
    const read = levelOf(judgement, strengthOf(judgement, one.shown), one.transcript.level);
    return [LEVELS.indexOf(read), LEVELS.indexOf(one.truth.performedAt)];
  });

const bandOf = (judgement: Judgement, shown: Shown, one: Labelled, id: Dimension): number =>
  BANDS.indexOf(bandAt(judgement, scoreOf(judgement, shown, id, one.transcript.level)));

const bandsBy = ({ model, ones }: Judging, id: Dimension): readonly Pair[] =>
  ones.map((one) => [bandOf(model(one), one.shown, one, id), BANDS.indexOf(one.truth.bands[id])]);

const figure = (value: number): string => value.toFixed(3);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const LEVEL_LEAST = { exact: 0.75, within: 0.97 };
const BAND_LEAST = { kappa: 0.72, within: 0.98 };

const levels = (): Outcome => {
  const rows = (
    [
      ['plain', plain],
      ['left out', without],
    ] as const
  ).map(([name, judging]) => {
    const pairs = levelsBy(judging);
    const range = interval(pairs, exact);
    return {
      name,
      pairs,
      cells: [
        name,
        percent(exact(pairs)),
        `${percent(range[0])} to ${percent(range[1])}`,
        percent(withinOne(pairs)),
        figure(kappa(pairs, LEVELS.length)),
      ],
    };
  });
  const out = rows[1]?.pairs ?? [];
  return {
    text: `### Levels of ${labelled.length} interviews on ${systems.length} systems\n\n${table(
      ['', 'exact', '95 % interval', 'within one', 'kappa'],
      rows.map(({ cells }) => cells),
    )}`,
    failed: [
      ...(exact(out) < LEVEL_LEAST.exact ? [`levels left out: ${percent(exact(out))} exact`] : []),
      ...(withinOne(out) < LEVEL_LEAST.within
        ? [`levels left out: ${percent(withinOne(out))} within one`]
        : []),
    ],
  };
};

const bands = (): Outcome => {
  const pooled = DIMENSIONS.map((id) => ({ id, plain: bandsBy(plain, id), out: bandsBy(without, id) }));
  /** Clustered by interview: all its bands are drawn together. */
  const clusters = labelled.map((_, at) => pooled.map(({ out }) => out[at] ?? ([0, 0] as const)));
  const range = interval(clusters, (drawn) => kappa(drawn.flat(), 3));
  const all = pooled.flatMap(({ out }) => out);
  const row = (name: string, a: readonly Pair[], b: readonly Pair[]) => [
    name,
    figure(kappa(a, 3)),
    figure(kappa(b, 3)),
    percent(exact(b)),
    percent(withinOne(b)),
  ];
  return {
    text: `### Bands\n\n${table(
      ['dimension', 'kappa plain', 'kappa left out', 'exact', 'within one'],
      [
        ...pooled.map(({ id, plain: a, out }) => row(id, a, out)),
        row(
          'all',
          pooled.flatMap(({ plain: a }) => a),
          all,
        ),
      ],
    )}\n\nAll, left out: 95 % of samples of interviews give a kappa of ${figure(range[0])} to ${figure(range[1])}.`,
    failed: [
      ...(kappa(all, 3) < BAND_LEAST.kappa ? [`bands left out: kappa ${figure(kappa(all, 3))}`] : []),
      ...(withinOne(all) < BAND_LEAST.within
        ? [`bands left out: ${percent(withinOne(all))} within one`]
        : []),
    ],
  };
};

const debriefOf = (one: Labelled): Debrief => {
  const outcome = assessTranscript(catalogue, one.transcript);
  if (!outcome.done) throw new Error(outcome.refusal.message);
  return outcome.value;
};

/** Of the same system: who did better is read as better. */
const order = (debriefs: ReadonlyMap<string, Debrief>): Outcome => {
  const rank = (one: Labelled): readonly number[] => {
    const read = debriefs.get(one.name);
    const { most, high, low } = read?.levelReading ?? { most: null, high: null, low: null };
    const count = (band: string) =>
      read?.dimensions.filter((dimension) => dimension.band === band).length ?? 0;
    const place = (level: (typeof LEVELS)[number] | null) => (level === null ? -1 : LEVELS.indexOf(level));
    return [place(most), place(high), place(low), count('exceeds') - count('below')];
  };
  const compared = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  };
  const pairs = labelled.flatMap((a, at) =>
    labelled
      .slice(at + 1)
      .filter((b) => b.system === a.system && b.truth.performedAt !== a.truth.performedAt)
      .map((b) => {
        const [better, worse] =
          LEVELS.indexOf(a.truth.performedAt) > LEVELS.indexOf(b.truth.performedAt) ? [a, b] : [b, a];
        return compared(rank(better), rank(worse)) > 0;
      }),
  );
  const right = pairs.filter(Boolean).length;
  return {
    text: `### Order within systems\n\n${right} of ${pairs.length} pairs of different levels are in order (${percent(right / pairs.length)}; with the model that was fitted on all of them).`,
    failed: right / pairs.length < 0.95 ? [`order: ${percent(right / pairs.length)}`] : [],
  };
};

/** A hit overlaps a labelled quote's turn in its dimension; what nobody labelled is unknown. */
const evidence = (debriefs: ReadonlyMap<string, Debrief>): Outcome => {
  let [given, verified, hits] = [0, 0, 0];
  const read = [...debriefs.values()].flatMap(({ dimensions }) => dimensions);
  const notShown = read.filter(({ band }) => band === 'not-shown').length;
  for (const one of labelled)
    for (const { id, evidence: all } of debriefs.get(one.name)?.dimensions ?? [])
      for (const piece of all) {
        if (piece.kind !== 'quote') continue;
        given++;
        if (one.transcript.turns[piece.turn]?.text.includes(piece.quote)) verified++;
        if (one.truth.evidence.some(({ turn, dimension }) => turn === piece.turn && dimension === id)) hits++;
      }
  return {
    text: `### Evidence\n\n${given} quotes; ${percent(verified / given)} are in the turn they name, to the letter. ${hits} (${percent(hits / given)}) are in a turn that was labelled for the same dimension; the others are unknown. Of ${read.length} bands ${notShown} are not shown, for want of words to quote.`,
    failed: verified === given ? [] : [`evidence: ${given - verified} quotes are not where they say`],
  };
};

const disturbed = (): Outcome => {
  const rows = DISTURBANCES.map(({ name, disturb }) => {
    let [moved, up, total, level] = [0, 0, 0, 0];
    for (const one of labelled) {
      const shown = shownOf(recordIn(catalogue, disturb(one.transcript)));
      const asked = one.transcript.level;
      const read = (each: Shown) => levelOf(whole, strengthOf(whole, each), asked);
      if (read(shown) !== read(one.shown)) level++;
      for (const id of DIMENSIONS) {
        const [before, now] = [bandOf(whole, one.shown, one, id), bandOf(whole, shown, one, id)];
        total++;
        if (now !== before) moved++;
        if (now > before) up++;
      }
    }
    return [name, `${level} of ${labelled.length}`, `${moved} of ${total}`, String(up)];
  });
  return {
    text: `### What must not move a mark\n\n${table(['what was done', 'levels moved', 'bands moved', 'of these up'], rows)}`,
    failed: [],
  };
};

/** The same answers in other words: what they get beside what the originals get, by the model without their system. */
const paraphrased = (): Outcome => {
  const readings = (given: readonly Labelled[]) => {
    const judging = { ...without, ones: given.map(unseen) };
    return { levels: levelsBy(judging), bands: DIMENSIONS.flatMap((id) => bandsBy(judging, id)) };
  };
  const row = (name: string, ones: readonly Labelled[]) => {
    const read = readings(ones);
    return [
      name,
      String(ones.length),
      percent(exact(read.levels)),
      percent(withinOne(read.levels)),
      figure(kappa(read.bands, 3)),
      percent(withinOne(read.bands)),
    ];
  };
  const voices = [...new Set(copies.map(({ voice }) => voice))];
  const originals = [...new Set(copies.map(({ original }) => original))];
  const rows = [
    row('as they were said', originals),
    ...voices.map((voice) =>
      row(
        voice,
        copies.filter((one) => one.voice === voice).map(({ copy }) => copy),
      ),
    ),
  ];
  const before = kappa(readings(originals).bands, 3);
  const after = kappa(readings(copies.map(({ copy }) => copy)).bands, 3);
  return {
    text: `### Said again in other words\n\n${table(['voice', 'interviews', 'level exact', 'within one', 'bands kappa', 'within one'], rows)}\n\nAll copies together: bands kappa ${figure(after)}, ${figure(before - after)} under the originals'.`,
    failed: [],
  };
};

/** Warnings that were labelled, and those that were raised. */
const flags = (debriefs: ReadonlyMap<string, Debrief>): Outcome => {
  let [labels, found, raised, ofOthers] = [0, 0, 0, 0];
  for (const one of labelled) {
    const own = debriefs.get(one.name)?.redFlags.map(({ id }) => id) ?? [];
    raised += own.length;
    labels += one.truth.redFlags.length > 0 ? 1 : 0;
    if (one.truth.redFlags.length > 0 && own.length > 0) found++;
    if (one.truth.redFlags.length === 0 && own.length > 0) ofOthers++;
  }
  return {
    text: `### Warnings\n\n${labels} interviews were labelled with a warning; in ${found} of them one is raised. Of the other ${labelled.length - labels}, ${ofOthers} have one raised. ${raised} are raised in all. The labels are sentences, ours are ids: which of them it is, is not compared.`,
    failed: [],
  };
};

const length = (): Outcome => {
  const words = labelled.map(({ transcript }) =>
    Math.log(
      transcript.turns
        .filter(({ speaker }) => speaker === 'candidate')
        .reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    ),
  );
  const strength = unseenOnes.map((one) => strengthOf(without.model(one), one.shown));
  const truth = labelled.map(({ truth: { performedAt } }) => LEVELS.indexOf(performedAt));
  return {
    text: `### Length\n\nStrength (left out) correlates with the level at ${figure(correlation(strength, truth))}, length alone at ${figure(correlation(words, truth))}; strength with length held fast at ${figure(partial(strength, truth, words))}.`,
    failed: [],
  };
};

const began = performance.now();
const debriefs = new Map(labelled.map((one) => [one.name, debriefOf(one)]));
const eachMs = (performance.now() - began) / labelled.length;
const time: Outcome = {
  text: `### Time\n\n${eachMs.toFixed(1)} ms a transcript, all of it (limit 150 ms).`,
  failed: eachMs < 150 ? [] : [`time: ${eachMs.toFixed(0)} ms a transcript`],
};

const outcomes = [
  levels(),
  bands(),
  order(debriefs),
  evidence(debriefs),
  flags(debriefs),
  paraphrased(),
  disturbed(),
  length(),
  time,
];
for (const { text } of outcomes) process.stdout.write(`${text}\n\n`);
const failed = outcomes.flatMap((outcome) => outcome.failed);
for (const line of failed) process.stderr.write(`fails: ${line}\n`);

if (values.fit) {
  const head = `# How marks are made of what was shown, by \`npm run bench:judgement -- --fit\` on labelled interviews. It can be worked through by hand:
#   strength = bias + Σ weight × ln(1 + answers that show the sign, of \`answers\` at most)
#              + specific and commanding × how surely the twelve best answers are so, by substance.yaml
#   level: over the first of \`above\` it is L5, over the second L6, over the third what was asked for, if that was more
#   band = bias + gap × (strength − place of the level asked for) + asked × that place + Σ weight × share of answers that show the sign
#          + own × how surely the average answer says something specific of the dimension, by citing.yaml and substance.yaml
# The signs are those of docs/spec/listener.md. None has a weight below zero: no sign of substance counts against anybody.
`;
  writeFileSync(join(import.meta.dirname, '../content/judgement.yaml'), `${head}${stringify(whole)}`);
}
if (values.write) {
  const file = new URL('RESULTS.md', import.meta.url);
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`;
  const verdict = failed.length === 0 ? 'What must hold holds.' : `Fails: ${failed.join('; ')}.`;
  const day = new Date().toISOString().slice(0, 10);
  const head = `## ${day} · Marks against labels\n\n    npm run bench:judgement -- --write\n\n${machine} ${verdict} The labels were made for this project; no panel of human raters has judged these interviews.`;
  const section = [head, ...outcomes.map(({ text }) => text)].join('\n\n');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${section}\n`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
