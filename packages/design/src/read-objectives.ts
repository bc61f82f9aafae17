import { isScalar, parseQuantity } from '@dryrun/quantities';
import type { Expected } from '@dryrun/quantities';
import type { Component, Measure, Objective } from './design.ts';
import { MEASURES } from './design.ts';
import { decimal } from './decimal.ts';
import { wrongForm } from './read-components.ts';
import { unknownComponent, unknownWorkload } from './read-connections.ts';
import type { Reading } from './reading.ts';
import { readSetting } from './read-settings.ts';
import type { Owner } from './read-settings.ts';
import { isRecord, quoted, shown } from './written.ts';
import type { Path } from './written.ts';

const KEYS: ReadonlySet<string> = new Set(['measure', 'workload', 'component', 'atMost', 'atLeast']);

export const readObjectives = (
  reading: Reading,
  list: readonly unknown[],
  components: readonly Component[],
  workloads: ReadonlySet<string>,
): readonly Objective[] => {
  const ids = components.map(({ id }) => id);
  const known = new Set(ids);
  return list.flatMap((raw, index): readonly Objective[] => {
    const path = ['objectives', index];
    if (!isRecord(raw)) {
      wrongForm(
        reading,
        `An objective is written as { measure, atMost or atLeast }; found ${shown(raw)}.`,
        path,
      );
      return [];
    }
    const measure = MEASURES.find((one) => one === raw.measure);
    if (!measure) {
      const hint = typeof raw.measure === 'string' ? reading.suggest(raw.measure, MEASURES) : '';
      const message = `An objective needs a measure, one of ${MEASURES.join(', ')}; found ${shown(raw.measure)}.${hint}`;
      reading.tell({ code: 'unknown-measure', severity: 'error', message, path: [...path, 'measure'] });
      return [];
    }
    const owner = { name: measure };
    onlyKeys(reading, owner, raw, KEYS, path);
    const workload = isScalar(raw.workload) ? String(raw.workload) : undefined;
    if (workload !== undefined && !workloads.has(workload))
      unknownWorkload(reading, owner, workload, workloads, [...path, 'workload']);
    const component = isScalar(raw.component) ? String(raw.component) : undefined;
    if (component !== undefined && !known.has(component))
      unknownComponent(reading, owner, component, ids, [...path, 'component']);
    const atMost = bound(reading, owner, measure, 'atMost', raw.atMost, path);
    const atLeast = bound(reading, owner, measure, 'atLeast', raw.atLeast, path);
    if (isLeftOpen(raw.atMost) && isLeftOpen(raw.atLeast))
      wrongForm(
        reading,
        `The objective ${quoted(measure)} needs a bound: atMost or atLeast; found neither.`,
        path,
      );
    return [
      {
        measure,
        ...(workload === undefined ? {} : { workload }),
        ...(component === undefined ? {} : { component }),
        ...(atMost === undefined ? {} : { atMost }),
        ...(atLeast === undefined ? {} : { atLeast }),
      },
    ];
  });
};

/** What nothing reads is told: a misspelt key is a bound that nobody checks. */
export const onlyKeys = (
  reading: Reading,
  owner: Owner,
  raw: Readonly<Record<string, unknown>>,
  keys: ReadonlySet<string>,
  path: Path,
): void => {
  for (const key of Object.keys(raw).slice(0, 50)) {
    if (keys.has(key)) continue;
    const message = `Nothing reads ${quoted(key)} of ${quoted(owner.name)}: remove it or mend its name.${reading.suggest(key, [...keys])}`;
    reading.tell({ code: 'unknown-setting', severity: 'error', message, setting: key, path: [...path, key] });
  }
};

const isLeftOpen = (value: unknown): boolean => value === undefined || value === null;

const bound = (
  reading: Reading,
  owner: Owner,
  measure: Measure,
  key: 'atMost' | 'atLeast',
  raw: unknown,
  path: Path,
): number | undefined => {
  if (isLeftOpen(raw)) return undefined;
  const value = readSetting(reading, owner, key, typeOfMeasure(measure), perThing(measure, raw), [
    ...path,
    key,
  ]);
  return typeof value === 'number' ? value : undefined;
};

export const typeOfMeasure = (measure: Measure): Expected => {
  switch (measure) {
    case 'mean':
    case 'p50':
    case 'p90':
    case 'p95':
    case 'p99':
    case 'ttft-p95':
    case 'tpot-p95':
    case 'completes-by':
    case 'freshness':
      return { type: 'duration' };
    case 'throughput':
      return { type: 'rate' };
    case 'tokens-per-second':
      return { type: 'rate', plain: true };
    case 'error-rate':
    case 'availability':
    case 'recall':
    case 'quality':
      return { type: 'share' };
    case 'cost-per-month':
    case 'cost-per-thousand-requests':
    case 'cost-per-million-tokens':
      return { type: 'money' };
    case 'memory':
      return { type: 'size' };
  }
};

/** “$4,000/month” is a cost per month, and “$2/1M tokens” one per million tokens: the measure's name divides already. */
const perThing = (measure: Measure, raw: unknown): unknown => {
  if (typeof raw !== 'string' || !raw.includes('/')) return raw;
  const quantity = parseQuantity(raw.trim());
  if (typeof quantity === 'string') return raw;
  const { usd, s, request, token, ...others } = quantity.dimension;
  if (usd !== 1 || Object.keys(others).length > 0) return raw;
  const dollars = (times: number) => `${decimal(quantity.value * times)} USD`;
  if (measure === 'cost-per-month' && s === -1 && !request && !token) return dollars(2_628_000);
  if (measure === 'cost-per-thousand-requests' && request === -1 && !s && !token) return dollars(1e3);
  if (measure === 'cost-per-million-tokens' && token === -1 && !s && !request) return dollars(1e6);
  return raw;
};
