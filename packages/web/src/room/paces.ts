import type { Pace } from '@dryrun/domain';

type Named = { readonly value: Pace; readonly name: string; readonly said: string };

export const PACES: readonly Named[] = [
  { value: 1, name: 'Time as written', said: 'You took the time as it is written' },
  { value: 1.5, name: 'Time 1.5 ×', said: 'You stretched the time to 1.5 ×' },
  { value: 2, name: 'Time 2 ×', said: 'You stretched the time to 2 ×' },
  { value: 'untimed', name: 'No clock', said: 'You took the clock away' },
];

export const paceFrom = (text: string): Pace | undefined =>
  PACES.find(({ value }) => String(value) === text)?.value;

export const paceSaid = (pace: Pace): string => PACES.find(({ value }) => value === pace)?.said ?? '';
