/** The reference designs of scenarios, as somebody who runs such a system would look at them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPalette } from '@dryrun/content';
import { checkAny } from '@dryrun/design';
import type { DesignFinding } from '@dryrun/design';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const content = join(import.meta.dirname, '../content');
const text = (...path: readonly string[]) => readFileSync(join(content, ...path), 'utf8');
const palette = readPalette([{ path: 'components.yaml', text: text('components.yaml') }]).value;

const Twists = z.object({
  twists: z.array(
    z.object({
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
