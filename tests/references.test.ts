/** The reference designs of scenarios, as somebody who runs such a system would look at them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPalette } from '@dryrun/content';
import { checkAny, twisted } from '@dryrun/design';
import type { Component, Design, DesignFinding } from '@dryrun/design';
import { analyse, modelOf, simulate } from '@dryrun/simulator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const content = join(import.meta.dirname, '../content');
const text = (...path: readonly string[]) => readFileSync(join(content, ...path), 'utf8');
const palette = readPalette(
  ['components.yaml', 'gpus.yaml', 'llm-models.yaml'].map((path) => ({ path, text: text(path) })),
).value;

const Run = z.object({
  load: z.number().optional(),
  inputTokens: z.number().optional(),
  outputTokens: z.number().optional(),
  limits: z.record(z.string(), z.number()).optional(),
  lose: z.enum(['zone', 'region']).optional(),
  becomes: z.object({ name: z.string(), share: z.number(), inputTokens: z.number().optional() }).optional(),
});
const Twists = z.object({
  twists: z.array(
    z.object({
      id: z.string(),
      run: Run.optional(),
      weakness: z.array(z.object({ finding: z.string(), component: z.string().optional() })).default([]),
    }),
  ),
});
type Weakness = z.infer<typeof Twists>['twists'][number]['weakness'][number];

const isListed = ({ code, component }: DesignFinding, weaknesses: readonly Weakness[]) =>
  weaknesses.some((one) => one.finding === code && (one.component ?? component) === component);

const scenarios = readdirSync(join(content, 'scenarios')).map((slug) => {
  const check = (name: string) =>
    checkAny(text('scenarios', slug, 'references', `${name}.yaml`), palette).findings;
  const weaknesses = Twists.parse(parse(text('scenarios', slug, 'twists.yaml'))).twists.flatMap(
    ({ weakness }) => weakness,
  );
  return { slug, simple: check('simple'), scale: check('scale'), weaknesses };
});

const told = (findings: readonly DesignFinding[]) =>
  findings
    .filter(({ severity }) => severity !== 'note')
    .map(({ line, code, message }) => `${line} ${code}: ${message}`);

describe('reference designs', () => {
  it.each(scenarios)('SH13 at scale, $slug has nothing to warn of', ({ scale }) =>
    expect(told(scale)).toEqual([]),
  );

  it.each(scenarios)(
    'SH13 the simple one of $slug has no weakness but those a twist is about',
    (scenario) => {
      const { simple, weaknesses } = scenario;
      expect(simple.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(told(simple.filter((finding) => !isListed(finding, weaknesses)))).toEqual([]);
      const stale = weaknesses.filter((weakness) => !simple.some((finding) => isListed(finding, [weakness])));
      expect(stale).toEqual([]);
    },
  );
});

/** Half of what is drawn of a component: of its replicas, or where there is one of its copies, or of its servers. */
const halved = (component: Component): Component | undefined => {
  const { settings, written } = component;
  const half = (name: string): Component | undefined => {
    const value = settings[name];
    return name in written && typeof value === 'number' && value > (name === 'readReplicas' ? 0 : 1)
      ? { ...component, settings: { ...settings, [name]: Math.floor(value / 2) } }
      : undefined;
  };
  return half('replicas') ?? half('readReplicas') ?? half('servers');
};

type Told = { readonly workload?: string; readonly component?: string; readonly measure: string };
const nameOf = ({ workload, component, measure }: Told) =>
  [workload ?? component, measure].filter(Boolean).join(' ');

/** What grows without end, fails or costs too much is known in closed form; the rest needs a run. */
const unmet = (design: Design): readonly string[] => {
  const { overload, workloads, cost } = analyse(modelOf(design, palette));
  const known = [
    ...overload.map(({ component }) => `${component} overloaded`),
    ...design.objectives
      .filter(({ measure, workload = '', atLeast = 0, atMost = Infinity }) =>
        measure === 'availability'
          ? (workloads[workload]?.availability ?? 1) < atLeast
          : measure === 'cost-per-month' && cost.perMonth > atMost,
      )
      .map(nameOf),
  ];
  if (known.length > 0) return known;
  return simulate(design, palette, { seed: 1, seconds: 60 })
    .objectives.filter(({ met }) => met !== true)
    .map(nameOf);
};

const designs = scenarios.flatMap(({ slug }) =>
  (['simple', 'scale'] as const).map((name) => {
    const { design } = checkAny(text('scenarios', slug, 'references', `${name}.yaml`), palette);
    if (!design) throw new Error(`${slug}/${name} cannot be read.`);
    return { slug, name, design };
  }),
);

/** A balancer's target of probability 0 is there for when the others have no room. */
const isSpare = ({ connections }: Design, id: string) =>
  connections.some(({ to, settings }) => to === id && settings['probability'] === 0);

describe('reference designs in a run', () => {
  it.each(designs)(
    'SH14 $slug/$name meets its objectives',
    ({ design }) => {
      expect(unmet(design)).toEqual([]);
    },
    60_000,
  );

  const parts = designs.flatMap(({ slug, name, design }) =>
    design.components.flatMap((component) => {
      const half = halved(component);
      return half ? [{ slug, name, id: component.id, design, half }] : [];
    }),
  );
  it.each(parts.filter(({ id, design }) => !isSpare(design, id)))(
    'SH15 half of $id breaks $slug/$name',
    ({ id, design, half }) => {
      const components = design.components.map((one) => (one.id === id ? half : one));
      expect(unmet({ ...design, components })).not.toEqual([]);
    },
  );

  it.each(parts.filter(({ id, design }) => isSpare(design, id)))(
    'SH15 half of the spare $id of $slug/$name leaves more waiting when what it stands in for is lost',
    ({ id, design, half }) => {
      const { from } = design.connections.find(({ to }) => to === id)!;
      const connections = design.connections
        .filter((one) => one.from !== from || one.to === id)
        .map((one) => (one.to === id ? { ...one, settings: { ...one.settings, probability: 1 } } : one));
      const waiting = (components: readonly Component[]) =>
        analyse(modelOf({ ...design, components, connections }, palette)).overload.find(
          ({ component }) => component === id,
        )?.backlogPerSecond ?? 0;
      const less = waiting(design.components.map((one) => (one.id === id ? half : one)));
      expect(less - waiting(design.components)).toBeGreaterThan(50);
    },
  );

  const twists = scenarios.flatMap(({ slug }) =>
    Twists.parse(parse(text('scenarios', slug, 'twists.yaml'))).twists.flatMap(({ id, run }) =>
      run ? [{ slug, id, run }] : [],
    ),
  );
  it.each(twists)('SH16 “$id” breaks the simple one of $slug', ({ slug, run }) => {
    const { design } = designs.find((one) => one.slug === slug && one.name === 'simple')!;
    const under = twisted(design, run);
    if (typeof under === 'string') throw new Error(under);
    expect(unmet(under)).not.toEqual([]);
  });

  it('SH16 says so where a twist is about nothing on the board', () => {
    const { design } = designs[0]!;
    expect(twisted({ ...design, objectives: [] }, { limits: { 'ttft-p95': 0.1 } })).toMatch(/objective/);
    expect(twisted(design, { inputTokens: 1 })).toMatch(/LLM server/);
  });
});
