/**
 * Quality over months, day by day. A model knows the world as it was when its data were made; what it does not know of it
 * since costs quality. Labels come late, so that what a model learns is old, and so is what a team sees.
 *
 *     world(day) ── labels, late ──▶ training ──▶ (canary) ──▶ devices ──▶ true quality
 *         └───────── seen: true and late, or early and noisy ──▶ alarm ──▶ training
 */
import { exp } from '../kernel/arithmetic.ts';
import { normal, streamsOf } from '../kernel/random.ts';
import { alarmOf, LOOK_DAYS } from './alarm.ts';
import type { Terms, Training } from './terms.ts';

/** What a model knows: how far the world had moved in its data, how many labels it learned from, what it learned wrongly. */
type Learned = { readonly moved: number; readonly labels: number; readonly wrong: number };

export type Retraining = {
  readonly day: number;
  readonly because: 'calendar' | 'alarm' | 'false alarm' | 'rejected';
};

export type MonthsRun = {
  /** By day: what it is, and what the team sees of it. */
  readonly quality: readonly number[];
  readonly seen: readonly (number | null)[];
  /** Days since the data of the model that most get were made. */
  readonly age: readonly number[];
  readonly coverage: readonly number[];
  readonly retrainings: readonly Retraining[];
  /** First alarm after the world changed at once; null: none. */
  readonly noticedAt: number | null;
};

/** With so much more exploration it holds half of what it could lose sight of: 1 % holds a half, 10 % nine tenths. */
const REGAINED = 100;
/** A bad day is diluted in a window longer than this. */
const WEEK = 7;

export const runMonths = (terms: Terms, days: number, seed: number, replication: number): MonthsRun => {
  const { world, choices } = terms;
  const { training, canary } = choices;
  const streams = streamsOf(seed, replication, ['months/seen']);
  const movedAt = (day: number) =>
    world.drift * day + (world.shift && day >= world.shift.at ? world.shift.by : 0);
  const late = world.labelDelay + choices.labelling;
  const seenLate = choices.monitor?.proxies ? 0 : late;
  const labelRate = world.labelsPerDay + choices.labelsPerDay;
  /** Before the first day the world was still: it moves from there on. */
  const learnAt = (day: number, { window, online }: Training): Learned => {
    const to = day - late;
    const span = online ? Math.min(window, WEEK) : window;
    let moved = 0;
    const steps = Math.max(1, Math.round(span));
    for (let step = 0; step < steps; step++)
      moved += Math.max(0, movedAt(to - (span * (step + 0.5)) / steps));
    const hasBad = world.badDay && world.badDay.at <= to && world.badDay.at > to - span;
    return {
      moved: moved / steps,
      labels: labelRate * span,
      wrong: hasBad ? (world.badDay?.loss ?? 0) * Math.min(1, WEEK / span) : 0,
    };
  };
  const learning = (labels: number) =>
    world.quality - (labelRate > 0 ? world.gap / (1 + labels / world.knee) : 0);

  let served: Learned = { moved: 0, labels: labelRate * (training?.window ?? 90), wrong: 0 };
  let servedFrom = 0;
  let coming: { readonly at: number; readonly learned: Learned; readonly from: number } | undefined;
  let tried: { readonly until: number; readonly learned: Learned; readonly from: number } | undefined;
  /** Devices lag behind what is served. */
  let had = served;
  let coverage = 1;
  let nextRun = training && Number.isFinite(training.every) ? training.every : Infinity;
  const alarm = alarmOf(training && !training.online ? training.trigger : Infinity);
  let noticedAt: number | null = null;

  const quality: number[] = [];
  const onShown: number[] = [];
  const seen: (number | null)[] = [];
  const age: number[] = [];
  const covered: number[] = [];
  const retrainings: Retraining[] = [];
  const worth = (learned: Learned, day: number) =>
    learning(learned.labels) - Math.max(0, movedAt(day) - learned.moved) - learned.wrong - choices.skew;
  const take = (learned: Learned, from: number) => {
    served = learned;
    servedFrom = from;
  };

  for (let day = 0; day < days; day++) {
    if (training?.online) {
      const learned = learnAt(day, training);
      // A canary of online updates holds back what makes the newest model worse than yesterday's.
      if (!canary || worth(learned, day) >= worth(served, day) - world.noise) served = learned;
      servedFrom = day - late;
    } else if (training && coming && day >= coming.at) {
      if (canary) tried = { until: day + canary.days, learned: coming.learned, from: coming.from };
      else take(coming.learned, coming.from);
      coming = undefined;
    }
    if (tried && day >= tried.until) {
      if (worth(tried.learned, day) >= worth(served, day) - world.noise) take(tried.learned, tried.from);
      else retrainings.push({ day, because: 'rejected' });
      tried = undefined;
    }
    const fresh = choices.adoption > 0 ? 1 - exp((-Math.LN2 * 1) / choices.adoption) : 1;
    had = {
      moved: had.moved + (served.moved - had.moved) * fresh,
      labels: had.labels + (served.labels - had.labels) * fresh,
      wrong: had.wrong + (served.wrong - had.wrong) * fresh,
    };
    const regained = choices.exploration * REGAINED * world.narrowing;
    coverage += regained * (1 - coverage) - world.narrowing * coverage;
    const mixed =
      tried && canary
        ? worth(had, day) + canary.share * (worth(tried.learned, day) - worth(had, day))
        : worth(had, day);
    const missing = Math.min(1, (world.newItems * choices.rebuild) / 2) * mixed;
    const shown = mixed - missing - choices.exploration * world.explorationCost * mixed;
    onShown.push(Math.max(0, shown));
    quality.push(Math.max(0, shown - (1 - coverage) * world.loopWorth));
    age.push(day - servedFrom);
    covered.push(coverage);
    const today = sawOn(terms, onShown, day, late, labelRate, () => normal(streams, 0));
    seen.push(today);

    const rings = alarm.look(today);
    if (!training || training.online) continue;
    const lost = Math.max(...onShown) - (onShown[Math.max(0, Math.floor(day - seenLate))] ?? 0);
    const real = rings && lost > training.trigger / 2;
    if (real && world.shift && day >= world.shift.at) noticedAt ??= day;
    if (coming || tried || (day < nextRun && !rings)) continue;
    const because = day >= nextRun ? 'calendar' : real ? 'alarm' : 'false alarm';
    retrainings.push({ day, because });
    coming = { at: day + training.runFor, learned: learnAt(day, training), from: day - late };
    if (because === 'calendar') nextRun += training.every;
    // What an alarm set off cannot be seen before its model is out and its week has been measured.
    else alarm.hushUntil(day + training.runFor + (canary?.days ?? 0) + seenLate + LOOK_DAYS);
  }
  return { quality, seen, age, coverage: covered, retrainings, noticedAt };
};

/** By labels: true, and as old as they are. By proxies: today's, and noisy. Without a monitor nobody looks. */
const sawOn = (
  { world, choices: { monitor } }: Terms,
  onShown: readonly number[],
  day: number,
  late: number,
  labelRate: number,
  chance: () => number,
): number | null => {
  if (!monitor) return null;
  if (monitor.proxies) return (onShown[day] ?? 0) + monitor.noise * chance();
  const then = onShown[Math.floor(day - late)];
  if (then === undefined || labelRate === 0) return null;
  return then + world.noise * Math.sqrt(1000 / Math.max(1, labelRate)) * chance();
};
