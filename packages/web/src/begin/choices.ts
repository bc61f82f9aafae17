/** What one chooses before an interview. The last choices are the next defaults; what no longer exists is not. */
import { DIMENSION_TITLES } from '@dryrun/domain';
import type { Dimension, Mode, Pace, Persona } from '@dryrun/domain';
import type { Library } from '../base/api.ts';

export type Choices = {
  readonly level: string;
  readonly format: string;
  readonly mode: Mode;
  readonly persona: Persona;
  readonly pace: Pace;
  /** What the role needs most; none is everything alike. */
  readonly focus: readonly Dimension[];
};

export type Option<Value> = { readonly value: Value; readonly title: string; readonly note: string };
/** What has one answer of a few. */
export type Single = Omit<Choices, 'focus'>;
export type Options = { readonly [Name in keyof Single]: readonly Option<Single[Name]>[] };

export const DEFAULT_CHOICES: Choices = {
  level: 'L5',
  format: 'interview-45',
  mode: 'real',
  persona: 'neutral',
  pace: 1,
  focus: [],
};

export const DIMENSIONS = Object.entries(DIMENSION_TITLES) as readonly (readonly [Dimension, string])[];

export const optionsOf = ({ levels, formats }: Pick<Library, 'levels' | 'formats'>): Options => ({
  level: levels.map(({ id, title, distinction }) => ({
    value: id,
    title: id === 'principal' ? 'Principal' : id,
    note: `${title}. ${distinction.charAt(0).toUpperCase()}${distinction.slice(1)}.`,
  })),
  format: formats
    .toSorted((a, b) => a.minutes - b.minutes)
    .map(({ id, title, opening }) => ({ value: id, title, note: OPENING[opening] })),
  mode: [
    { value: 'real', title: 'Real', note: 'A poker face. A hint only after you say that you are stuck.' },
    {
      value: 'coach',
      title: 'Coach',
      note: 'The goal of each phase is in sight, and hints are yours to ask for.',
    },
  ],
  persona: [
    { value: 'neutral', title: 'Neutral', note: 'Even and brief.' },
    { value: 'warm', title: 'Warm', note: 'Friendly in tone. Asks the same, and marks the same.' },
    {
      value: 'sceptical',
      title: 'Sceptical',
      note: 'Wants to be convinced. Asks the same, and marks the same.',
    },
  ],
  pace: [
    { value: 1, title: 'As written', note: 'Every phase has its own minutes.' },
    { value: 1.5, title: '1.5 ×', note: 'Every phase is half as long again.' },
    { value: 2, title: '2 ×', note: 'Every phase is twice as long.' },
    { value: 'untimed', title: 'No clock', note: 'No minutes. Phases end by what was said in them.' },
  ],
});

/** What was remembered, field by field where it is still offered. */
export const choicesFrom = (text: string | undefined, options: Options): Choices => {
  const kept = parsed(text);
  const offered = <Name extends keyof Single>(name: Name): Single[Name] => {
    const list: readonly Option<Single[Name]>[] = options[name];
    const value = (wanted: unknown) => list.find((option) => option.value === wanted)?.value;
    return value(Reflect.get(kept, name)) ?? value(DEFAULT_CHOICES[name]) ?? DEFAULT_CHOICES[name];
  };
  const wanted: unknown = Reflect.get(kept, 'focus');
  const focus: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  return {
    level: offered('level'),
    format: offered('format'),
    mode: offered('mode'),
    persona: offered('persona'),
    pace: offered('pace'),
    focus: DIMENSIONS.map(([id]) => id).filter((id) => focus.includes(id)),
  };
};

const OPENING = {
  vague: 'Opens vaguely: finding out what the problem is belongs to it.',
  clear: 'Opens with a clear statement of the problem.',
} as const;

const parsed = (text: string | undefined): object => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
};
