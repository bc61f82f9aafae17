import { describe, expect, it } from 'vitest';
import { UsageFault } from '../command.ts';
import { parseFault, withFaults } from './fault.ts';
import { digits, dollars, ms, msFigure, share, span } from './numbers.ts';
import { readOptions } from './options.ts';
import { parseSweep } from './sweep.ts';
import { sparkline } from './table.ts';

describe('what is asked of simulate', () => {
  it.each([
    [['a.yaml'], { files: ['a.yaml'], load: 1, seed: 1, replications: 1, json: false }],
    [['a.yaml', 'b.yaml'], { replications: 8 }],
    [['-', '--load', '10x', '--seed', '7', '--json'], { load: 10, seed: 7, json: true }],
    [['a.yaml', '--load', '0.5'], { load: 0.5 }],
    [['a.yaml', '--seconds', '10min'], { seconds: 600 }],
    [['a.yaml', '--seconds', '90'], { seconds: 90 }],
    [['a.yaml', '--requests', '50000'], { requests: 50_000 }],
    [['a.yaml', '--what-if', 'load=1x..2x', '--replications', '3'], { replications: 3 }],
    [
      ['a.yaml', '--fault', 'db down', '--fault', 'api slow by=2'],
      {
        faults: [
          { kind: 'down', component: 'db', fromS: 0 },
          { kind: 'slow', component: 'api', by: 2, fromS: 0 },
        ],
      },
    ],
  ])('TE37 reads %j', (args, asked) => expect(readOptions(args)).toMatchObject(asked));

  it.each([
    [[], 'Expected FILE'],
    [['a', 'b', 'c'], 'found 3'],
    [['-', '-'], 'at most one “-”'],
    [['a', '--laod', '2'], 'Did you mean “--load”?'],
    [['a', '--load', 'ten'], 'Expected --load as a factor'],
    [['a', '--load', '0x'], 'above 0'],
    [['a', '--load', '1000001x'], 'at most a million'],
    [['a', '--load', '9'.repeat(400)], 'at most a million'],
    [['a', '--seconds', '9'.repeat(400)], 'at most a billion seconds'],
    [['a', '--second', '60'], 'Did you mean “--seconds”?'],
    [['a', '--weeks', '6'], 'has no option “--weeks”'],
    [['a', '--recording', 'r.jsonl'], 'has no option “--recording”'],
    [['a', '--seconds', '10 parsecs'], 'Expected --seconds'],
    [['a', '--seconds', '0'], 'above 0'],
    [['a', '--requests', '1.5'], 'Expected --requests to be a whole number from 1'],
    [['a', '--requests', '5', '--seconds', '5'], 'not both'],
    [['a', '--seed', '-1'], '--seed'],
    [['a', '--replications', '0'], 'from 1 to 1000'],
    [['a', 'b', '--replications', '4'], 'from 8 to 1000 to compare by'],
    [['a', 'b', '--what-if', 'load=1x..2x'], 'one FILE with --what-if'],
    [['a', '--what-if', 'load=1x..2x', '--load', '2x'], 'not both'],
    [['a', '--what-if', 'load=1,2', '--what-if', 'load=3'], 'found 2'],
  ])('TE37 refuses %j', (args, told) => {
    expect(() => readOptions(args)).toThrow(UsageFault);
    expect(() => readOptions(args)).toThrow(told);
  });
});

describe('a sweep', () => {
  it.each([
    ['load=1x..100x', ['1', '2', '5', '10', '20', '50', '100']],
    ['load=1x..3x', ['1', '1.2', '1.4', '1.6', '1.8', '2', '2.2', '2.4', '2.6', '2.8', '3']],
    ['load=1..1000000', ['1', '10', '100', '1000', '10000', '100000', '1000000']],
    ['api.servers=2..16', ['2', '4', '6', '8', '10', '12', '14', '16']],
    ['api.servers=3..16', ['3', '5', '7', '9', '11', '13', '15', '16']],
    ['api.replicas=1,2,4', ['1', '2', '4']],
    ['api.service.mean=5ms..50ms', ['5ms', '10ms', '20ms', '50ms']],
    ['api.balance=random,round-robin', ['random', 'round-robin']],
  ])('TE38 %s is %j', (text, values) => expect(parseSweep(text).values).toEqual(values));

  it('TE38 names its component and setting', () =>
    expect(parseSweep('api.service.mean=1ms,2ms').setting).toEqual({
      component: 'api',
      name: 'service.mean',
    }));

  it.each([
    ['load', 'Expected --what-if as'],
    ['servers=1..2', 'a component and its setting'],
    ['load=3x..2x', 'to something greater'],
    ['load=0x..2x', 'above 0'],
    ['load=a..b', 'Expected a range'],
    ['load=1x,two', 'Expected loads above 0'],
    ['a.mean=1ms..2s', 'one unit'],
    ['a.b=1,,2', 'between commas'],
    [`a.b=${Array.from({ length: 13 }, (_, index) => index).join(',')}`, 'at most 12 points'],
  ])('TE38 refuses %s', (text, told) => expect(() => parseSweep(text)).toThrow(told));

  it('TE38 has at most 12 points whatever the range', () => {
    for (const from of [0.001, 0.5, 1, 7, 99])
      for (const times of [1.01, 2, 9.9, 10, 123, 1e5, 1e9]) {
        const { values } = parseSweep(`load=${from}..${(from * times).toFixed(6)}`);
        expect(values.length).toBeGreaterThan(1);
        expect(values.length).toBeLessThanOrEqual(12);
      }
  });
});

describe('a fault', () => {
  it.each([
    ['db down from=60s for=30s', { kind: 'down', component: 'db', fromS: 60, forS: 30 }],
    ['db errors by=20% replicas=2', { kind: 'errors', component: 'db', replicas: 2, by: 0.2, fromS: 0 }],
    ['cache flush from=1min', { kind: 'flush', component: 'cache', fromS: 60 }],
    ['search spike by=10x', { kind: 'spike', workload: 'search', by: 10, fromS: 0 }],
    ['zone=a down', { kind: 'down', zone: 'a', fromS: 0 }],
    ['slow region=eu by=2', { kind: 'slow', region: 'eu', by: 2, fromS: 0 }],
  ])('TE39 reads “%s”', (text, fault) => expect(parseFault(text)).toEqual(fault));

  it.each([
    ['db', 'what is struck and how'],
    ['db dwon', 'Did you mean “down”?'],
    ['db down form=6s', 'Did you mean “for” or “from”?'],
    ['db down from=6', 'a duration such as 30s'],
    ['db down by=2', 'leave out “by=2”'],
    ['db slow', 'a factor such as 4x'],
    ['db errors by=3', 'a share such as 20%'],
    ['db down replicas=0', 'a whole number from 1'],
    ['db down from=1s from=2s', 'twice'],
    ['zone=a region=b down', 'what is struck'],
  ])('TE39 refuses “%s”', (text, told) => expect(() => parseFault(text)).toThrow(told));

  it('TE39 must strike something', () => {
    const db = { id: 'db', kind: 'server', name: 'db', settings: { zone: 'a' }, written: {} };
    const design = {
      name: 'd',
      components: [db],
      connections: [],
      workloads: [],
      objectives: [],
      faults: [],
    };
    expect(withFaults(design, [parseFault('db down'), parseFault('zone=a down')]).faults).toHaveLength(2);
    expect(() => withFaults(design, [parseFault('bd down')])).toThrow('no component “bd”');
    expect(() => withFaults(design, [parseFault('zone=z down')])).toThrow('no zone “z”');
    expect(() => withFaults(design, [parseFault('search spike by=2')])).toThrow('no workload “search”');
  });
});

describe('--months', () => {
  it('MO11 is a whole number of 1 to 120', () => {
    expect(readOptions(['a.yaml', '--months', '6']).months).toBe(6);
    expect(readOptions(['a.yaml']).months).toBeUndefined();
    for (const wrong of ['0', '121', '1.5', 'six'])
      expect(() => readOptions(['a.yaml', '--months', wrong])).toThrow(/--months/);
  });

  it.each(['--load 10x', '--requests 100', '--seconds 10', '--what-if load=1,2', '--fault db down'])(
    'MO11 does not go with %s',
    (other) => {
      const [name = '', ...value] = other.split(' ');
      expect(() => readOptions(['a.yaml', '--months', '6', name, value.join(' ')])).toThrow(
        `Expected --months without ${name}`,
      );
    },
  );
});

describe('numbers', () => {
  it.each([
    [ms(12.34), '12.3 ms'],
    [ms(0.85), '850 µs'],
    [ms(1234), '1.23 s'],
    [ms(0), '0 ms'],
    [ms(150_000), '2.5 min'],
    [msFigure({ value: 12.345, halfWidth: 0.42 }), '12.3 ± 0.4 ms'],
    [msFigure({ value: 100.43, halfWidth: 2.31 }), '100.4 ± 2.3 ms'],
    [msFigure({ value: 1234, halfWidth: 56 }), '1.23 ± 0.06 s'],
    [msFigure({ value: 5, halfWidth: null }), '5 ms'],
    [share(0.92), '92 %'],
    [share(0.9995), '99.95 %'],
    [share(0.0012), '0.12 %'],
    [share(0), '0 %'],
    [share(1), '100 %'],
    [dollars(1234), '$1,234'],
    [dollars(0.0123), '$0.0123'],
    [digits(3400), '3,400'],
    [digits(1_234_567), '1,230,000'],
    [digits(-3), '−3'],
    [span(600), '10 min'],
    [span(90), '90 s'],
    [sparkline([0, 1, null, 7]), '▁▂ █'],
  ])('TE33 “%s” is “%s”', (text, expected) => expect(text).toBe(expected));
});
