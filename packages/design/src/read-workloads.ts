import { isScalar } from '@dryrun/quantities';
import type { Component, Workload } from './design.ts';
import { nameOf, nestedSettings, wrongForm } from './read-components.ts';
import { unknownComponent } from './read-connections.ts';
import type { Reading } from './reading.ts';
import { readSettings, readSetting } from './read-settings.ts';
import type { Owner } from './read-settings.ts';
import { entriesOf, isRecord, quoted, shown } from './written.ts';
import type { Path } from './written.ts';

const OWN_KEYS: ReadonlySet<string> = new Set(['name', 'from', 'trace', 'settings']);

/** The name says what is counted: `rps: 720`. */
const PLAIN: ReadonlySet<string> = new Set(['rps']);
const UNNAMED = 'requests';

/** A workload as written, with the path that leads to it: `workload` stands alone, `workloads` is a list. */
export type WrittenWorkload = { readonly raw: unknown; readonly path: Path };

export const readWorkloads = (
  reading: Reading,
  list: readonly WrittenWorkload[],
  components: readonly Component[],
): readonly Workload[] => {
  const ids = components.map(({ id }) => id);
  const byId = new Map(components.map((component) => [component.id, component]));
  const clients = components.filter(({ kind }) => reading.kinds.get(kind)?.behaves === 'client');
  const workloads = new Map<string, Workload>();
  for (const { raw, path } of list) {
    if (!isRecord(raw)) {
      wrongForm(reading, `A workload is written as { name, from, rps, … }; found ${shown(raw)}.`, path);
      continue;
    }
    const name = nameOf(reading, raw.name, UNNAMED, [...path, 'name']) ?? UNNAMED;
    const owner = { name, workload: name };
    if (workloads.has(name)) {
      const message = `There are two workloads ${quoted(name)}: give each its own name.`;
      reading.tell({ code: 'duplicate-id', severity: 'error', message, workload: name, path });
      continue;
    }
    const from = isScalar(raw.from) ? String(raw.from) : (clients.length === 1 && clients[0]?.id) || '';
    const at = raw.from === undefined ? path : [...path, 'from'];
    const source = byId.get(from);
    if (from === '') {
      const found = clients.length === 0 ? 'there is no client' : `there are ${clients.length} clients`;
      wrongForm(reading, `from of ${quoted(name)} must name the client that it comes from; ${found}.`, at);
    } else if (!source) unknownComponent(reading, owner, from, ids, at);
    else if (source.kind !== '' && reading.kinds.get(source.kind)?.behaves !== 'client') {
      const message = `${quoted(name)} must come from a client; found ${quoted(from)}, a ${source.kind}. Draw a client in front of it.`;
      reading.tell({
        code: 'not-a-client',
        severity: 'error',
        message,
        workload: name,
        component: from,
        path: at,
      });
    }
    const entries = [
      ...entriesOf(raw, path, OWN_KEYS),
      ...nestedSettings(reading, raw.settings, name, [...path, 'settings']),
    ];
    const { settings, written } = readSettings(reading, owner, entries, reading.workload, PLAIN);
    const trace = readTrace(reading, owner, raw.trace, [...path, 'trace']);
    const attempted = (setting: string) => entries.some((entry) => entry.name === setting);
    const missing = missingRate(settings, trace, attempted);
    if (missing !== undefined) {
      const message = `The workload ${quoted(name)} ${missing}`;
      reading.tell({ code: 'missing-rate', severity: 'error', message, workload: name, path });
    }
    workloads.set(name, { name, from, settings, written, ...(trace ? { trace } : {}) });
  }
  return [...workloads.values()];
};

/** A rate that was written and is wrong is told already. */
const missingRate = (
  { arrivals, rps, clients }: Workload['settings'],
  trace: readonly number[] | undefined,
  attempted: (setting: string) => boolean,
): string | undefined => {
  if (arrivals === 'closed')
    return clients === undefined && !attempted('clients')
      ? 'is closed and needs clients: say how many ask and wait, such as clients: 50; found none.'
      : undefined;
  if (arrivals === 'trace')
    return trace === undefined
      ? 'replays a trace and needs one: a list of instants, such as trace: [0.1, 0.4].'
      : undefined;
  if (rps !== undefined || attempted('rps')) return undefined;
  return clients === undefined
    ? 'needs a rate, such as rps: 500; found none.'
    : 'has clients and no rate: write arrivals: closed if they wait for their answers, or give rps.';
};

const TRACE_MAX = 1_000_000;

const readTrace = (
  reading: Reading,
  owner: Owner,
  raw: unknown,
  path: Path,
): readonly number[] | undefined => {
  if (raw === undefined || raw === null) return undefined;
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > TRACE_MAX) {
    wrongForm(
      reading,
      `trace of ${quoted(owner.name)} must be a list of instants from the start; found ${shown(raw)}.`,
      path,
    );
    return [];
  }
  const instants: number[] = [];
  for (const [index, one] of raw.entries()) {
    const at = [...path, index];
    const value = readSetting(reading, owner, 'trace', { type: 'duration', plain: true }, one, at);
    if (typeof value !== 'number') return instants;
    if (value < (instants.at(-1) ?? 0)) {
      const message = `trace of ${quoted(owner.name)} must ascend; found ${shown(one)} after ${instants.at(-1)} s.`;
      reading.tell({ code: 'out-of-range', severity: 'error', message, workload: owner.workload, path: at });
      return instants;
    }
    instants.push(value);
  }
  return instants;
};
