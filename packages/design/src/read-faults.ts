import { isScalar } from '@dryrun/quantities';
import type { Expected } from '@dryrun/quantities';
import type { Component, Fault } from './design.ts';
import { FAULTS } from './design.ts';
import { wrongForm } from './read-components.ts';
import { unknownComponent, unknownWorkload } from './read-connections.ts';
import { onlyKeys } from './read-objectives.ts';
import type { Reading } from './reading.ts';
import { readSetting } from './read-settings.ts';
import { isRecord, quoted, shown } from './written.ts';

const KEYS: ReadonlySet<string> = new Set(
  'kind component zone region workload replicas by from for'.split(' '),
);

export const readFaults = (
  reading: Reading,
  list: readonly unknown[],
  components: readonly Component[],
  workloads: ReadonlySet<string>,
): readonly Fault[] => {
  const ids = components.map(({ id }) => id);
  const known = new Set(ids);
  return list.flatMap((raw, index): readonly Fault[] => {
    const path = ['faults', index];
    if (!isRecord(raw)) {
      wrongForm(reading, `A fault is written as { kind, component, from, for }; found ${shown(raw)}.`, path);
      return [];
    }
    const kind = FAULTS.find((one) => one === raw.kind);
    if (!kind) {
      const hint = typeof raw.kind === 'string' ? reading.suggest(raw.kind, FAULTS) : '';
      const message = `A fault is one of ${FAULTS.join(', ')}; found ${shown(raw.kind)}.${hint}`;
      reading.tell({ code: 'unknown-fault', severity: 'error', message, path: [...path, 'kind'] });
      return [];
    }
    const owner = { name: `fault ${kind}` };
    onlyKeys(reading, owner, raw, KEYS, path);
    const name = (key: 'component' | 'zone' | 'region' | 'workload') =>
      isScalar(raw[key]) ? { [key]: String(raw[key]) } : {};
    const amount = (key: 'replicas' | 'by' | 'from' | 'for', expected: Expected) => {
      const value = raw[key];
      if (value === undefined || value === null) return undefined;
      const read = readSetting(reading, owner, key, expected, value, [...path, key]);
      return typeof read === 'number' ? read : undefined;
    };
    const target = { ...name('component'), ...name('zone'), ...name('region'), ...name('workload') };
    const { component, workload } = target;
    if (component !== undefined && !known.has(component))
      unknownComponent(reading, owner, component, ids, [...path, 'component']);
    if (workload !== undefined && !workloads.has(workload))
      unknownWorkload(reading, owner, workload, workloads, [...path, 'workload']);
    const wanted = kind === 'spike' ? ['workload'] : ['component', 'zone', 'region'];
    // A spike without a workload comes with every one.
    if (kind !== 'spike' && !wanted.some((key) => key in target))
      wrongForm(
        reading,
        `The ${quoted(owner.name)} must say whom it hits: ${wanted.join(', ')}; found none.`,
        path,
      );
    const needsBy = kind === 'slow' || kind === 'errors' || kind === 'spike';
    if (needsBy && (raw.by === undefined || raw.by === null)) {
      const example = kind === 'errors' ? '30 %' : '3';
      wrongForm(
        reading,
        `The ${quoted(owner.name)} must say by how much, such as by: ${example}; found nothing.`,
        path,
      );
    }
    const replicas = amount('replicas', { type: 'count', min: 1 });
    const by = amount('by', kind === 'errors' ? { type: 'share' } : { type: 'number', min: 0 });
    const forS = amount('for', { type: 'duration' });
    return [
      {
        kind,
        ...target,
        ...(replicas === undefined ? {} : { replicas }),
        ...(by === undefined ? {} : { by }),
        fromS: amount('from', { type: 'duration' }) ?? 0,
        ...(forS === undefined ? {} : { forS }),
      },
    ];
  });
};
