/**
 * What the months are computed from, in days and shares: the world's part, which a design cannot choose, and what its boxes
 * chose. A box that is not there leaves its term at nothing, and the story says so.
 */
import type { Component, Design, Values } from '@dryrun/design';
import type { Palette } from '@dryrun/domain';
import { parseQuantity } from '@dryrun/quantities';
import { number, word } from '../settings.ts';

export type World = {
  readonly quality: number;
  readonly gap: number;
  readonly knee: number;
  readonly labelDelay: number;
  readonly labelsPerDay: number;
  /** Lost a day. */
  readonly drift: number;
  readonly shift: { readonly at: number; readonly by: number } | undefined;
  readonly newItems: number;
  /** Lost sight of a day. */
  readonly narrowing: number;
  readonly loopWorth: number;
  readonly explorationCost: number;
  readonly badDay: { readonly at: number; readonly loss: number } | undefined;
  readonly noise: number;
};

export type Training = {
  readonly every: number;
  readonly trigger: number;
  readonly runFor: number;
  readonly window: number;
  readonly online: boolean;
  readonly runCost: number;
};

export type Choices = {
  /** Nothing learns where it is missing. */
  readonly training: Training | undefined;
  readonly labelsPerDay: number;
  readonly pricePerLabel: number;
  readonly labelling: number;
  readonly monitor: { readonly proxies: boolean; readonly noise: number } | undefined;
  readonly canary: { readonly days: number; readonly share: number } | undefined;
  readonly skew: number;
  /** Days between two builds of the index that is built most seldom. */
  readonly rebuild: number;
  readonly exploration: number;
  /** Days until half of the devices have a new version. */
  readonly adoption: number;
};

export type Term = { readonly name: string; readonly value: string; readonly from: string };

export type Terms = {
  readonly world: World;
  readonly choices: Choices;
  /** Every one as it was said, or where it is from. */
  readonly told: readonly Term[];
};

const DAY_S = 86_400;
const MONTH_DAYS = 365 / 12;

export const termsOf = (design: Design, palette: Palette): Terms => {
  const world = design.world?.settings ?? defaultsOf(palette);
  const days = (values: Values, name: string) => (number(values, name) ?? 0) / DAY_S;
  const share = (values: Values, name: string) => number(values, name) ?? 0;
  const at = (name: string) => (number(world, name) === undefined ? undefined : days(world, name));
  const of = (...kinds: readonly string[]) => design.components.filter(({ kind }) => kinds.includes(kind));
  const [training] = of('training-job');
  const [monitor] = of('monitor');
  const canary = of('registry')
    .map(({ settings }) => settings)
    .find((settings) => (number(settings, 'canary') ?? 0) > 0);
  const shiftAt = at('shift.at');
  const badAt = at('badDay.at');
  const most = (components: readonly Component[], read: (settings: Values) => number) =>
    Math.max(0, ...components.map(({ settings }) => read(settings)));
  return {
    world: {
      quality: share(world, 'quality'),
      gap: share(world, 'learning.gap'),
      knee: number(world, 'learning.knee') ?? 1,
      labelDelay: days(world, 'labelDelay'),
      labelsPerDay: number(world, 'labelsPerDay') ?? 0,
      drift: share(world, 'drift') / MONTH_DAYS,
      shift: shiftAt === undefined ? undefined : { at: shiftAt, by: share(world, 'shift.by') },
      newItems: share(world, 'newItems'),
      narrowing: share(world, 'loop.narrowing') / MONTH_DAYS,
      loopWorth: share(world, 'loop.worth'),
      explorationCost: share(world, 'explorationCost'),
      badDay: badAt === undefined ? undefined : { at: badAt, loss: share(world, 'badDay.loss') },
      noise: share(world, 'noise'),
    },
    choices: {
      training: training && trainingOf(training.settings),
      labelsPerDay: of('labelling').reduce((sum, { settings }) => sum + (number(settings, 'perDay') ?? 0), 0),
      pricePerLabel: most(of('labelling'), (settings) => share(settings, 'pricePerLabel')),
      labelling: most(of('labelling'), (settings) => days(settings, 'delay')),
      monitor: monitor && {
        proxies: word(monitor.settings, 'signal') === 'proxies',
        noise: share(monitor.settings, 'proxyNoise'),
      },
      canary: canary && { days: days(canary, 'canary'), share: share(canary, 'canaryShare') },
      skew: of('feature-store').reduce((sum, { settings }) => sum + share(settings, 'skew'), 0),
      rebuild: most(of('vector-index', 'search-index'), (settings) => days(settings, 'rebuild')),
      exploration: most(of('ranker', 'candidate-generator', 'model-server'), (settings) =>
        share(settings, 'exploration'),
      ),
      adoption: most(of('on-device-model'), (settings) => days(settings, 'adoption')),
    },
    told: toldOf(design, palette),
  };
};

const trainingOf = (settings: Values): Training => ({
  every: (number(settings, 'every') ?? Infinity) / DAY_S,
  trigger: number(settings, 'trigger') ?? Infinity,
  runFor: (number(settings, 'runFor') ?? 0) / DAY_S,
  window: Math.max(1, (number(settings, 'window') ?? 90 * DAY_S) / DAY_S),
  online: word(settings, 'update') === 'online',
  runCost: number(settings, 'runCost') ?? 0,
});

/** A design that says nothing of the world has the palette's. */
const defaultsOf = (palette: Palette): Values =>
  Object.fromEntries(
    Object.entries(palette.world).flatMap(([name, setting]) => {
      if (setting.default === undefined) return [];
      const read = parseQuantity(String(setting.default));
      return [[name, typeof read === 'string' ? Number(setting.default) : read.value]];
    }),
  );

/** Settings of boxes that the months read. */
const READ: Readonly<Record<string, readonly string[]>> = {
  'training-job': ['every', 'trigger', 'runFor', 'window', 'update', 'runCost'],
  labelling: ['perDay', 'pricePerLabel', 'delay'],
  monitor: ['signal', 'proxyNoise'],
  registry: ['canary', 'canaryShare'],
  'feature-store': ['skew'],
  'vector-index': ['rebuild'],
  'search-index': ['rebuild'],
  ranker: ['exploration'],
  'candidate-generator': ['exploration'],
  'model-server': ['exploration'],
  'on-device-model': ['adoption'],
};

const toldOf = (design: Design, palette: Palette): readonly Term[] => {
  const written = design.world?.written ?? {};
  const world = Object.entries(palette.world).flatMap(([name, setting]): readonly Term[] => {
    const said = written[name];
    if (said !== undefined) return [{ name, value: String(said), from: 'the design' }];
    return setting.default === undefined
      ? []
      : [{ name, value: String(setting.default), from: setting.source ?? 'neutral' }];
  });
  const chosen = design.components.flatMap(({ id, kind, written: own }) =>
    (READ[kind] ?? []).flatMap((name): readonly Term[] =>
      own[name] === undefined
        ? []
        : [{ name: `${id} ${name}`, value: String(own[name]), from: 'the design' }],
    ),
  );
  return [...world.filter(({ from }) => !from.startsWith('neutral')), ...chosen];
};
