/**
 * Laws that need no formula of ours, on every design in the repository: Little's law at each component, and conservation.
 *
 *     λ ──▶ [ waiting + in service ] ──▶ λ      waiting = λ · wait        busy = λ · (latency − wait), where no calls go out
 *
 * Both sides are measured by different accumulators over the same stretch; they differ by who is inside at its two ends.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Design } from '@dryrun/design';
import { simulate } from '@dryrun/simulator';
import type { ComponentFigures, Report } from '@dryrun/simulator';
import { ORACLES, QUICK_ORACLES, palette, readDocument, readOracle } from './oracles.ts';

export type LawRow = {
  readonly design: string;
  readonly law: string;
  readonly found: string;
  readonly held: boolean;
};

/** The anchors' ± 1 %, and no less than a twentieth of a customer: nearly empty stations have no ratio. */
const SHARE = 0.01;
const FLOOR = 0.05;

export type Laws = {
  readonly rows: readonly LawRow[];
  /** Reference designs that do not read yet, and so cannot run: said, and nothing held against the simulator. */
  readonly unread: readonly string[];
};

export const laws = (quick: boolean): Laws => {
  const unread: string[] = [];
  const rows = (quick ? QUICK_ORACLES : ORACLES).flatMap((oracle) =>
    guarded(oracle.id, () => lawsOf(oracle.id, readOracle(oracle), quick, oracle.load)),
  );
  for (const { name, text } of references()) {
    const design = readOrSay(name, text);
    if (typeof design === 'string') unread.push(design);
    else rows.push(...guarded(name, () => lawsOf(name, design, quick, undefined)));
  }
  return { rows, unread };
};

const readOrSay = (name: string, text: string): Design | string => {
  try {
    return readDocument(text, name);
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
};

const guarded = (design: string, run: () => readonly LawRow[]): readonly LawRow[] => {
  try {
    return run();
  } catch (fault) {
    const found = fault instanceof Error ? fault.message : String(fault);
    return [{ design, law: 'it runs', found, held: false }];
  }
};

const lawsOf = (
  name: string,
  design: Design,
  quick: boolean,
  load: number | undefined,
): readonly LawRow[] => {
  const report = simulate(design, palette(), { seed: 7, load, requests: quick ? 50_000 : 400_000 });
  const stations = report.components.flatMap((component) => littleOf(name, design, report, component));
  return [...stations, ...conservation(name, report)];
};

const littleOf = (
  design: string,
  { components, connections }: Design,
  report: Report,
  figures: ComponentFigures,
): readonly LawRow[] => {
  const { id, waitMs, latencyMs, throughputRps, queueMean, utilisation } = figures;
  if (waitMs === null || latencyMs === null || report.overload.length > 0) return [];
  const drawn = components.find((component) => component.id === id);
  // A preempted or shared server has no wait that comes before the service; a refused or failed visit has no latency.
  const plain = drawn?.settings['discipline'] === undefined || drawn.settings['discipline'] === 'fifo';
  if (!plain || figures.errorRate > 0 || (report.series !== undefined && report.series.lines.length > 0))
    return [];

  const rows = [row(design, `${id}: waiting`, queueMean, (throughputRps * waitMs.mean.value) / 1000)];
  const calls = connections.some(({ from }) => from === id);
  const servers = Number(drawn?.settings['servers'] ?? Number.NaN) * figures.replicas;
  if (!calls && utilisation !== null && Number.isFinite(servers)) {
    const inside = queueMean + utilisation * servers;
    rows.push(
      row(design, `${id}: waiting and in service`, inside, (throughputRps * latencyMs.mean.value) / 1000),
    );
  }
  return rows;
};

const row = (design: string, law: string, left: number, right: number): LawRow => ({
  design,
  law,
  found: `${left.toPrecision(6)} against ${right.toPrecision(6)}`,
  held: Math.abs(left - right) <= Math.max(FLOOR, SHARE * Math.max(left, right)),
});

/** Counts are whole and add up exactly over the workloads; shares are shares; the same seed runs the same way. */
const conservation = (design: string, { request, workloads, components }: Report): readonly LawRow[] => {
  const parts = Object.values(workloads);
  const counted = parts.reduce((sum, { count }) => sum + count, 0);
  const answered = parts.reduce((sum, { throughputRps }) => sum + throughputRps, 0);
  const busy = components.filter(
    ({ utilisation }) => utilisation !== null && (utilisation < 0 || utilisation > 1 + 1e-9),
  );
  return [
    {
      design,
      law: 'requests are the sum of the workloads’',
      found: `${request.count} against ${counted}`,
      held: request.count === counted && Number.isInteger(counted),
    },
    {
      design,
      law: 'answers are the sum of the workloads’',
      found: `${request.throughputRps} against ${answered}`,
      held: Math.abs(request.throughputRps - answered) <= 1e-9 * Math.max(1, answered),
    },
    {
      design,
      law: 'no server is busier than always',
      found:
        busy.length === 0 ? 'none' : busy.map(({ id, utilisation }) => `${id} ${utilisation}`).join(', '),
      held: busy.length === 0,
    },
  ];
};

const references = (): readonly { readonly name: string; readonly text: string }[] => {
  const scenarios = new URL('../../content/scenarios/', import.meta.url).pathname;
  return readdirSync(scenarios, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)references\/[^/]+\.yaml$/.test(path))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(scenarios, name), 'utf8') }));
};
