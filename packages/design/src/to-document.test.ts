import type { Setting } from '@dryrun/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { applyOperations, emptyBoard, isMisfit } from './board.ts';
import { boardOf } from './design-board.ts';
import { MEASURES } from './design.ts';
import { readMermaid } from './mermaid.ts';
import { readDesignText } from './read-design-text.ts';
import { readDesign } from './read-design.ts';
import { typeOfMeasure } from './read-objectives.ts';
import { palette } from './testing/palette.ts';
import { toDocument } from './to-document.ts';
import { toMermaid } from './to-mermaid.ts';

const UNITS: Partial<Record<Setting['type'], readonly string[]>> = {
  duration: ['ms', ' s', ' min'],
  size: [' GB', ' byte'],
  rate: ['/s', ' requests/min'],
  price: [' USD/h', ' USD/gpu/s'],
  money: [' USD', '¢'],
};

/** Something that the setting can be, as a hand writes it. */
const valueOf = ({
  type,
  oneOf,
  min = 0,
  max = 1,
  dimension,
}: Pick<Setting, 'type' | 'oneOf' | 'min' | 'max' | 'dimension'>): fc.Arbitrary<
  string | number | boolean
> => {
  const units = type === 'quantity' ? [` ${dimension}`] : UNITS[type];
  if (type === 'flag') return fc.boolean();
  if (type === 'word' || type === 'text')
    return oneOf ? fc.constantFrom(...oneOf) : fc.constantFrom('a', 'us-east', 'null', '7', '- x');
  const number = fc.double({ min, max: Math.max(min, max), noNaN: true, noDefaultInfinity: true });
  if (units)
    return fc
      .tuple(
        number.map((n) => n.toFixed(6)),
        fc.constantFrom(...units),
      )
      .map(([n, unit]) => `${n}${unit}`);
  return type === 'count' ? fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), 5) }) : number;
};
const settingsOf = (settings: Readonly<Record<string, Setting>>) =>
  fc.record(
    Object.fromEntries(
      Object.entries(settings)
        .filter(([name]) => name !== 'onMiss' && name !== 'arrivals')
        .map(([name, setting]) => [name, valueOf(setting)]),
    ),
    { requiredKeys: [] },
  );

const name = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const component = fc.constantFrom(...palette.kinds).chain((kind) => {
  const groups = kind.groups.flatMap((group) => Object.entries(palette.groups[group] ?? {}));
  const settings = settingsOf(Object.fromEntries([...groups, ...Object.entries(kind.settings)]));
  return fc.record({ kind: fc.constant(kind.id), name, x: fc.integer({ min: -999, max: 999 }), settings });
});
const document = fc
  .record({
    name,
    ids: fc.uniqueArray(name, { minLength: 5, maxLength: 5 }),
    parts: fc.array(component, { minLength: 4, maxLength: 4 }),
    ways: fc.array(
      fc.record({
        at: fc.nat(3),
        mode: fc.constantFrom('sync', 'async'),
        label: name,
        settings: settingsOf(palette.connection),
      }),
      { maxLength: 5 },
    ),
    workloads: fc.uniqueArray(
      fc.record({ name, rps: fc.integer({ min: 0, max: 9 }), settings: settingsOf(palette.workload) }),
      { minLength: 1, maxLength: 3, selector: (one) => one.name },
    ),
    measure: fc
      .constantFrom(...MEASURES)
      .chain((measure) =>
        fc.record({ measure: fc.constant(measure), atMost: valueOf(typeOfMeasure(measure)) }),
      ),
    fault: fc.record({
      kind: fc.constant('down'),
      from: valueOf({ type: 'duration' }),
      for: valueOf({ type: 'duration' }),
    }),
  })
  .map(({ name, ids, parts, ways, workloads, measure, fault }) => ({
    name,
    components: [{ id: ids[4], kind: 'client' }, ...parts.map((part, at) => ({ id: ids[at], ...part }))],
    connections: ways.map(({ at, ...way }) => ({
      from: at === 0 ? ids[4] : ids[at - 1],
      to: ids[at],
      ...way,
      ...(at % 2 ? {} : { workloads: [workloads[0]?.name] }),
    })),
    workloads: workloads.map(({ settings, ...workload }) => ({ ...settings, ...workload, from: ids[4] })),
    objectives: [measure],
    faults: [{ ...fault, component: ids[0] }],
  }));

const designs = document
  .map((written) => readDesign(written, palette))
  .filter(({ design }) => design !== undefined);

describe('a design that is written', () => {
  it('DG20 reads as the same design', { timeout: 30_000 }, () =>
    fc.assert(
      fc.property(designs, ({ design }) => {
        if (!design) return;
        const written = toDocument(design);
        expect(readDesign(written, palette).design).toEqual(design);
        expect(readDesignText(stringify(written), palette).design).toEqual(design);
        expect(readDesignText(JSON.stringify(written), palette).design).toEqual(design);
      }),
      { seed: 20, numRuns: 150 },
    ),
  );

  it('DG20 is nested as a hand would write it, and names no default', () => {
    const api = { id: 'api', kind: 'server', settings: { 'service.mean': '10ms', 'service.cv2': 2 } };
    const { design } = readDesign(
      {
        name: 'one',
        components: [{ id: 'users', kind: 'client' }, api],
        connections: [{ from: 'users', to: 'api' }],
        workload: { rps: 5 },
      },
      palette,
    );
    expect(design && toDocument(design)).toEqual({
      name: 'one',
      components: [
        { id: 'users', kind: 'client' },
        { id: 'api', kind: 'server', settings: { service: { mean: '10ms', cv2: 2 } } },
      ],
      connections: [{ from: 'users', to: 'api' }],
      workloads: [{ name: 'requests', from: 'users', rps: 5 }],
    });
  });

  it('DG21 is the same boxes and arrows as Mermaid', { timeout: 30_000 }, () =>
    fc.assert(
      fc.property(designs, ({ design }) => {
        if (!design) return;
        const { board, findings } = readMermaid(toMermaid(design));
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(board?.components).toHaveLength(design.components.length);
        expect(board?.connections).toHaveLength(design.connections.length);
      }),
      { seed: 21, numRuns: 150 },
    ),
  );

  it('DG21 draws its board', { timeout: 30_000 }, () =>
    fc.assert(
      fc.property(designs, ({ design }) => {
        if (!design) return;
        const board = applyOperations(emptyBoard, boardOf(design));
        if (isMisfit(board)) throw new Error(board.message);
        expect(board.components.map(({ id }) => id)).toEqual(design.components.map(({ id }) => id));
        expect(board.components.map(({ settings = {} }) => settings)).toEqual(
          design.components.map(({ written }) => written),
        );
        expect(board.connections).toHaveLength(design.connections.length);
      }),
      { seed: 22, numRuns: 100 },
    ),
  );
});
