/** Designs as they are written, run with the real palette. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPalette } from '@dryrun/content';
import { readDesignText } from '@dryrun/design';
import type { Design } from '@dryrun/design';
import { simulate, startRun } from '@dryrun/simulator';
import type { ComponentFigures, Report, Run, SimulateOptions } from '@dryrun/simulator';

const FILES = ['components.yaml', 'gpus.yaml', 'llm-models.yaml'];
export const palette = readPalette(
  FILES.map((path) => ({
    path,
    text: readFileSync(join(import.meta.dirname, '../../content', path), 'utf8'),
  })),
).value;

export const designOf = (text: string): Design => {
  const { design, findings } = readDesignText(text, palette);
  if (!design) throw new Error(findings.map(({ message }) => message).join('\n'));
  return design;
};

export const simulated = (text: string, options: Partial<SimulateOptions> = {}): Report =>
  simulate(designOf(text), palette, { seed: 1, ...options });

export const started = (text: string, options: Partial<SimulateOptions> = {}): Run =>
  startRun(designOf(text), palette, { seed: 1, ...options });

export const componentOf = (report: Report, id: string): ComponentFigures => {
  const found = report.components.find((component) => component.id === id);
  if (!found) throw new Error(`Expected a component ${id} in the report.`);
  return found;
};

/** Users who ask one server, with what is said of it, of the call and of the workload. */
export const oneServer = (
  server: string,
  call = '',
  workload = 'rps: 100',
  faults = '',
): string => `name: one server
components:
  - { id: users, kind: client }
  - { id: api, kind: server, settings: { ${server} } }
connections:
  - { from: users, to: api${call && `, ${call}`} }
workloads:
  - { name: all, from: users, ${workload} }
${faults}`;
