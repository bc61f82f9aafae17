/** Quality over months: its closed form, and the known cases in the right order. */
import { readDesign } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { monthsOf, nothingToLearn } from '@dryrun/simulator';
import { palette } from './testing/simulated.ts';

type Boxes = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const designOf = (
  boxes: Boxes,
  world?: Readonly<Record<string, unknown>>,
  objectives: readonly object[] = [],
) => {
  const kinds = Object.entries(boxes);
  const document = {
    name: 'one',
    components: [
      { id: 'people', kind: 'client' },
      { id: 'api', kind: 'server' },
      ...kinds.map(([kind, settings]) => ({ id: kind, kind, settings })),
    ],
    connections: [{ from: 'people', to: 'api' }],
    workloads: [{ name: 'all', from: 'people', rps: 1 }],
    objectives,
    ...(world ? { world } : {}),
  };
  const { design, findings } = readDesign(document, palette);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return design;
};

const run = (
  boxes: Boxes,
  world: Readonly<Record<string, unknown>>,
  { months = 12, seed = 1, replications = 8, objectives = [] as readonly object[] } = {},
) => monthsOf(designOf(boxes, world, objectives), palette, { months, seed, replications });

/** All labels one could want, no noise: what is lost is lost by age. */
const still = { quality: '80 %', labelsPerDay: 1e9, noise: '0 %' };
const DAY_OF = 12 / 365;
const steady = ({ quality }: ReturnType<typeof run>) => {
  const later = quality.slice(180);
  return later.reduce((sum, value) => sum + value, 0) / later.length;
};

describe('age', () => {
  it.each([
    [30, 0, 60, 6],
    [7, 35, 28, 24],
    [1, 3, 90, 12],
    [14, 90, 14, 48],
  ])(
    'MO2 trained every %i days, labels %i days late, window of %i days, %i hours of run',
    (every, late, window, hours) => {
      const months = run(
        { 'training-job': { every: `${every} day`, window: `${window} day`, runFor: `${hours} h` } },
        { ...still, labelDelay: `${late} day`, drift: '3 %' },
        { months: 24 },
      );
      const lost = (0.8 - steady(months)) / (0.03 * DAY_OF);
      const expected = late + window / 2 + hours / 24 + every / 2;
      expect(Math.abs(lost - expected)).toBeLessThan(1.1);
    },
  );

  it('MO2 without training is lost for ever', () => {
    const months = run({}, { ...still, drift: '3 %' });
    expect(months.rows.at(-1)!.quality).toBeCloseTo(0.8 - 0.03 * 11.5, 2);
    expect(months.story.join(' ')).toContain('Nothing retrains this model');
    expect(months.rows).toHaveLength(12);
  });
});

const shift = { ...still, noise: '0.5 %', shift: { at: '100 day', by: '12 %' } };
const monitor = (signal: string, proxyNoise = '0.5 %') => ({ signal, proxyNoise });

describe('what is seen', () => {
  it('MO3 by labels is as old as they are, so that a drop is hidden until then', () => {
    const noticed = (labelDelay: string, signal: string) =>
      run(
        { monitor: monitor(signal), 'training-job': { trigger: '4 %', window: '14 day' } },
        { ...shift, labelDelay },
        { months: 8 },
      ).noticedAfterDays!;
    expect(noticed('0 day', 'labels')).toBeLessThan(5);
    expect(noticed('35 day', 'labels')).toBeGreaterThan(35);
    expect(noticed('35 day', 'labels')).toBeLessThan(42);
    expect(noticed('35 day', 'proxies')).toBeLessThan(7);
  });

  it('MO3 by nobody, without a monitor', () => {
    const months = run({ 'training-job': { trigger: '4 %' } }, shift);
    expect(months.seen.every((value) => value === null)).toBe(true);
    expect(months.retrainings).toEqual([]);
    expect(months.story).toContain('A trigger without a monitor never fires.');
  });

  it('MO4 a trigger answers a shift before a seldom calendar, and trains less often where nothing happens', () => {
    const world = { ...shift, labelDelay: '2 day' };
    const calendar = run(
      { monitor: monitor('labels'), 'training-job': { every: '90 day', window: '14 day' } },
      world,
    );
    const trigger = run(
      { monitor: monitor('labels'), 'training-job': { trigger: '4 %', window: '14 day' } },
      world,
    );
    expect(trigger.mean.value).toBeGreaterThan(calendar.mean.value);
    expect(trigger.retrainings.length).toBeLessThan(4);
  });

  it('MO4 noise that is large against the trigger sets it off for nothing', () => {
    const alarms = (proxyNoise: string) =>
      run({ monitor: monitor('proxies', proxyNoise), 'training-job': { trigger: '3 %' } }, still).falseAlarms;
    expect(alarms('0.5 %')).toBe(0);
    expect(alarms('5 %')).toBeGreaterThan(2);
  });
});

describe('what a design chooses', () => {
  const training = (update: string) => ({ 'training-job': { every: '30 day', window: '30 day', update } });

  it('MO5 online updates are better under fast drift, and worse with few labels', () => {
    const fast = { ...still, drift: '15 %' };
    expect(run(training('online'), fast).mean.value).toBeGreaterThan(
      run(training('batch'), fast).mean.value + 0.05,
    );
    const few = { quality: '80 %', labelsPerDay: 100, drift: '0.5 %', learning: { gap: '20 %', knee: 5000 } };
    expect(run(training('online'), few).mean.value).toBeLessThan(run(training('batch'), few).mean.value);
  });

  it('MO6 a loop without exploration narrows unseen; exploring costs at once and wins in the end', () => {
    const world = { ...still, loop: { narrowing: '6 %', worth: '20 %' } };
    const of = (exploration: string) =>
      run(
        { monitor: monitor('labels'), ranker: { exploration }, 'training-job': { every: '1 day' } },
        world,
        { months: 24 },
      );
    const [without, exploring] = [of('0 %'), of('3 %')];
    expect(exploring.rows[0]!.quality).toBeLessThan(without.rows[0]!.quality);
    expect(exploring.rows.at(-1)!.quality).toBeGreaterThan(without.rows.at(-1)!.quality + 0.05);
    expect(without.rows.at(-1)!.coverage).toBeLessThan(0.3);
    expect(without.rows.at(-1)!.seen!).toBeCloseTo(without.rows[2]!.seen!, 2);
    const coverages = without.rows.map(({ coverage }) => coverage);
    expect(coverages).toEqual(coverages.toSorted((a, b) => b - a));
  });

  it('MO7 skew costs from the first day', () => {
    const of = (skew: string) =>
      run({ 'feature-store': { skew }, 'training-job': { every: '1 day' } }, still);
    expect(of('0 %').mean.value - of('4 %').mean.value).toBeCloseTo(0.04, 6);
    expect(of('4 %').story.join(' ')).toContain('no offline evaluation shows');
  });

  it('MO7 each label is worth less than the one before', () => {
    const of = (perDay: number) =>
      run(
        { labelling: { perDay, pricePerLabel: '$0.1', delay: '0 day' }, 'training-job': { every: '30 day' } },
        { quality: '80 %', learning: { gap: '30 %', knee: 10_000 } },
      );
    const [a, b, c] = [of(100), of(200), of(300)];
    const [first, second] = [b.mean.value - a.mean.value, c.mean.value - b.mean.value];
    expect(second).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(second * 1.5);
    expect(b.costPerMonth.labels).toBeCloseTo((200 * 0.1 * 365) / 12, 6);
  });

  it('MO8 a canary keeps a bad day from everybody', () => {
    const world = { ...still, noise: '1 %', badDay: { at: '75 day', loss: '20 %' } };
    const boxes = { 'training-job': { every: '7 day', window: '14 day' } };
    const without = run(boxes, world);
    const canary = run({ ...boxes, registry: { canary: '2 day', canaryShare: '5 %' } }, world);
    expect(without.lowest).toBeLessThan(0.72);
    expect(canary.lowest).toBeGreaterThan(0.79);
    expect(canary.retrainings.some(({ because }) => because === 'rejected')).toBe(true);
  });

  it('MO8 devices that take long to update have an older model', () => {
    const of = (adoption: string) =>
      run(
        { 'on-device-model': { adoption }, 'training-job': { every: '14 day' } },
        { ...still, drift: '6 %' },
        { months: 24 },
      );
    // Half of them in 20 days: 20 ÷ ln 2 days on average.
    const days = (steady(of('0 day')) - steady(of('20 day'))) / (0.06 * DAY_OF);
    expect(days).toBeGreaterThan(20 / Math.LN2 - 2);
    expect(days).toBeLessThan(20 / Math.LN2 + 2);
  });

  it('MO9 an index built seldom lacks what is new', () => {
    const of = (rebuild: string) =>
      run(
        { 'vector-index': { rebuild }, 'training-job': { every: '1 day' } },
        { ...still, newItems: '10 %' },
        {
          objectives: [
            { measure: 'freshness', atMost: '1 h' },
            { measure: 'quality', atLeast: '78 %' },
          ],
        },
      );
    const [hourly, daily] = [of('1 h'), of('1 day')];
    expect(hourly.objectives.map(({ met }) => met)).toEqual([true, true]);
    expect(daily.objectives.map(({ met }) => met)).toEqual([false, false]);
    expect(daily.freshnessS).toBe(86_400);
    expect(hourly.mean.value - daily.mean.value).toBeCloseTo(0.8 * 0.1 * 0.5 * (23 / 24), 4);
  });

  it('MO9 the worst month decides', () => {
    const months = run(
      { 'training-job': { every: '30 day', window: '14 day' } },
      { ...shift, labelDelay: '30 day' },
      {
        objectives: [{ measure: 'quality', atLeast: '75 %' }],
      },
    );
    expect(months.mean.value).toBeGreaterThan(0.75);
    expect(months.objectives[0]).toMatchObject({
      met: false,
      value: Math.min(...months.rows.map(({ quality }) => quality)),
    });
  });
});

describe('what is told', () => {
  it('MO1 every term is the design’s, or an assumption with its source', () => {
    const { terms } = run({ 'training-job': { every: '7 day' } }, { drift: '2 %' });
    expect(terms).toContainEqual({ name: 'drift', value: '2 %', from: 'the design' });
    expect(terms).toContainEqual({ name: 'training-job every', value: '7 day', from: 'the design' });
    for (const { from } of terms)
      expect(from).toMatch(/^(the design|assumption|https?:|[a-z0-9.-]+\.[a-z]+\/)/);
  });

  it('MO10 the same seed gives the same months', () => {
    const of = (seed: number) =>
      JSON.stringify(
        run({ monitor: monitor('proxies', '5 %'), 'training-job': { trigger: '3 %' } }, still, { seed }),
      );
    expect(of(3)).toBe(of(3));
    expect(of(3)).not.toBe(of(4));
  });

  it('MO11 where nothing learns it says what to draw', () => {
    expect(nothingToLearn(designOf({}))).toContain('draw a training-job');
    expect(nothingToLearn(designOf({}, { drift: '1 %' }))).toBeUndefined();
    expect(nothingToLearn(designOf({ 'training-job': {} }))).toBeUndefined();
  });
});
