/** Durations as people write and say them. Inside the program a duration is milliseconds and its name ends in `Ms`. */
const UNITS_MS = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 } as const;

/** “45s”, “1.5 h”, “100ms”; undefined for anything else: a duration without a unit is a mistake, not seconds. */
export const parseDurationMs = (text: string): number | undefined => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(ms|s|min|h)\s*$/.exec(text);
  if (!match) return undefined;
  const unit = match[2];
  if (unit !== 'ms' && unit !== 's' && unit !== 'min' && unit !== 'h') return undefined;
  return Math.round(Number(match[1]) * UNITS_MS[unit]);
};

/** As one says it: “5 minutes”, “1 minute”, “40 seconds”. Never more exact than a person would be. */
export const spokenDuration = (ms: number): string => {
  const minutes = Math.round(ms / UNITS_MS.min);
  if (ms < UNITS_MS.min) return counted(Math.max(1, Math.round(ms / UNITS_MS.s)), 'second');
  return counted(minutes, 'minute');
};

/** As a clock shows it: “31:40”, “1:02:03”. */
export const clockFace = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / UNITS_MS.s));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
};

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
