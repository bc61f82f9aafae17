/**
 * Numbers as a report shows them: the unit that reads best, three digits that mean something, and beside a half-width no
 * more digits than it warrants. Nothing depends on the machine's locale.
 */
import type { Figure } from '@dryrun/simulator';

type Unit = { readonly factor: number; readonly name: string };

/** “12.3 ms”, “1.23 s”, “850 µs”. */
export const ms = (value: number): string => measured({ value, halfWidth: null }, unitOfMs(value));

/** “12.3 ± 0.4 ms”: both in the value's unit. */
export const msFigure = (figure: Figure): string => measured(figure, unitOfMs(figure.value));

/** “3,400/s”. */
export const rate = (value: number): string => `${digits(value)}/s`;

export const rateFigure = (figure: Figure): string => measured(figure, { factor: 1, name: '/s' });

/** “92 %”; near to all of it as many nines as there are: “99.95 %”. */
export const share = (value: number): string => {
  const percent = value * 100;
  if (percent > 99 && percent < 100) return `${trimmed(percent.toFixed(decimalsFor(100 - percent)))} %`;
  return `${percent !== 0 && Math.abs(percent) < 10 ? trimmed(percent.toPrecision(2)) : percent.toFixed(0)} %`;
};

/** “$1,230”, “$0.012”. */
export const dollars = (value: number): string =>
  `${value < 0 ? '−' : ''}$${digits(Math.abs(value), Math.abs(value) >= 100 ? 4 : 3)}`;

/** How many wait: fewer than one in a hundred of the time is nobody. */
export const queueText = (value: number): string => (value < 0.005 ? '0' : digits(value, value < 10 ? 2 : 3));

export const bytes = (value: number): string => {
  const [factor, name] = SIZES.find(([size]) => Math.abs(value) >= size) ?? [1, 'B'];
  return `${digits(value / factor)} ${name}`;
};

const SIZES = [
  [1e15, 'PB'],
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const;

/** So many digits, thousands apart: “1,230”, “0.0123”, “12.3”. */
export const digits = (value: number, significant = 3): string => {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : '∞';
  const rounded = Number(value.toPrecision(significant));
  const decimals = Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return grouped(trimmed(rounded.toFixed(Math.min(decimals, 12))));
};

/** All of its digits: “1,234,567”. */
export const whole = (value: number): string => grouped(Math.round(value).toFixed(0));

/** Simulated time: “45 s”, “10 min”, “3.5 h”, “30 days”. */
export const span = (seconds: number): string => {
  if (seconds === 0) return '0 s';
  const [factor, name] = SPANS.find(([from]) => seconds >= 2 * from) ?? [1, 's'];
  return seconds < 1 ? ms(seconds * 1000) : `${digits(seconds / factor)} ${name}`;
};

const SPANS = [
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
] as const;

const MS_UNITS: readonly Unit[] = [
  { factor: 3_600_000, name: ' h' },
  { factor: 60_000, name: ' min' },
  { factor: 1000, name: ' s' },
  { factor: 1, name: ' ms' },
];
const MICROSECONDS: Unit = { factor: 1e-3, name: ' µs' };

const unitOfMs = (value: number): Unit => {
  const size = Math.abs(value);
  if (size === 0) return { factor: 1, name: ' ms' };
  return MS_UNITS.find(({ factor }) => size >= factor * (factor > 1000 ? 2 : 1)) ?? MICROSECONDS;
};

/** A value in a unit, with the half-width that its digits are cut to. */
export const measured = ({ value, halfWidth }: Figure, { factor, name }: Unit): string => {
  const scaled = value / factor;
  if (halfWidth === null || halfWidth === 0) return `${digits(scaled)}${name}`;
  const half = halfWidth / factor;
  const decimals = decimalsFor(half);
  return `${grouped(scaled.toFixed(decimals))} ± ${grouped(half.toFixed(decimals))}${name}`;
};

/** Two digits of a half-width that begins with 1 or 2, otherwise one. */
const decimalsFor = (half: number): number => {
  const power = Math.floor(Math.log10(half));
  const leading = half / 10 ** power;
  return Math.min(6, Math.max(0, (leading < 2.95 ? 1 : 0) - power));
};

const trimmed = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const grouped = (text: string): string => {
  const [integer = '', fraction] = text.split('.');
  const apart = integer.replaceAll(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
};
