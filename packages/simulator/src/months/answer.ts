/** What the months answer: bands over replications, what happened when, what it cost, and what it stands on. */
import type { ObjectiveFigure } from '../report.ts';
import type { Retraining } from './run.ts';
import type { Term } from './terms.ts';

export type MonthRow = {
  readonly month: number;
  readonly quality: number;
  readonly halfWidth: number | null;
  readonly seen: number | null;
  readonly ageDays: number;
  readonly coverage: number;
  readonly retrainings: number;
  readonly cost: number;
};

export type Months = {
  readonly design: string;
  readonly rows: readonly MonthRow[];
  /** By day, of the first replication. */
  readonly quality: readonly number[];
  readonly seen: readonly (number | null)[];
  readonly mean: { readonly value: number; readonly halfWidth: number | null };
  readonly lowest: number;
  /** Of new items: the longest until they can be found. */
  readonly freshnessS: number;
  readonly retrainings: readonly Retraining[];
  readonly falseAlarms: number;
  /** Days from a shift until an alarm, on average; null where none came, or there was no shift. */
  readonly noticedAfterDays: number | null;
  readonly costPerMonth: { readonly training: number; readonly labels: number };
  readonly objectives: readonly ObjectiveFigure[];
  readonly terms: readonly Term[];
  readonly story: readonly string[];
};
