import { describe, expect, it } from 'vitest';
import { comparisonText } from './comparison-text.ts';
import { bottleneckSentence } from './components-text.ts';
import { reportText } from './report-text.ts';
import { component, report, requests } from './testing/hand-made.ts';
import { breakSentence, whatIfText } from './what-if-text.ts';

const plain = { load: 1, colour: false };
const overloaded = report({
  overload: [{ component: 'api', backlogPerSecond: 1200, halfWidth: 10 }],
  components: [component({ id: 'api', utilisation: 1, throughputRps: 3400, waitMs: null, latencyMs: null })],
  request: requests({ latencyMs: null }),
  workloads: { search: requests({ latencyMs: null, errorRate: 0.034 }) },
});
const series = {
  stepS: 10,
  lines: [
    {
      of: 'api',
      measure: 'queue' as const,
      values: [0, 1, 2, 4, 8, null, 4, 0],
      halfWidths: Array.from({ length: 8 }, () => null),
    },
  ],
};

describe('a report in the terminal', () => {
  it('TE30 says the answer first, then what it rests on', () =>
    expect(`\n${reportText(report({ series }), plain)}\n`).toMatchInlineSnapshot(`
      "
      two stations, at its own load, seed 1
      Simulated 11 min: 432,000 requests. It ended because the figures were precise
      enough. The first 60 s of it, to warm up, are not in the figures.

      The bottleneck is “api”: at 90 % over the whole run.

      workload  answered  errors           mean    p50    p90            p99
      search       720/s     0 %  20.0 ± 0.4 ms  14 ms  46 ms  92.0 ± 1.9 ms

      component  utilisation    queue  answered     wait  latency  copies
      users      no limit           0     720/s        –    20 ms      ×1
      api        ███████▎ 90 %      7     720/s  9.76 ms  19.8 ms      ×1

      Objectives: 1 of 3 met
      objective                         value  limit
      search p99    met         92.0 ± 2.3 ms  at most 100 ms
      availability  not met           99.95 %  at least 99.99 %
      recall        cannot say              –  at least 90 %
      · recall: Nothing in the design says how well it retrieves.

      Cost          $1,234 a month, $0.000652 per thousand requests
      Availability  99.95 %

      Over time, 80 s
      api queue                 ▁▂▃▅█ ▅▁  to 8

      The closed form says mean 19.8 ms, p99 91 ms (simulated 20.0 ± 0.4 ms and 92.0 ±
      1.9 ms).

      · Callers see that a replica is down after 10 s.

      1,728,431 events at 2,100,000/s · seed 1 · trajectory 0123456789ab
      "
    `));

  it('TE30 says once what holds of several components', () => {
    const notes = ['api: it is odd.', 'users: it is odd.', 'The run is short.'];
    const text = reportText(report({ notes, analytic: { ...report().analytic, notes } }), plain);
    expect(text.match(/^· api, users: it is odd\.\n· The run is short\.$/gm)).toHaveLength(2);
  });

  it('TE30 shows what moved over time, furthest first, and what struck when', () => {
    const flat = { ...series.lines[0]!, of: 'db', values: Array.from({ length: 8 }, () => 5) };
    const restless = { ...series.lines[0]!, of: 'web', values: [5, 5, 7, 5, 5, 5, 5, 5] };
    const over = { stepS: 10, lines: [flat, restless, ...series.lines] };
    const faults = [{ kind: 'down' as const, component: 'api', fromS: 20, forS: 30 }];
    const text = reportText(report({ series: over }), { ...plain, faults });
    const [, ...rows] = text.slice(text.indexOf('Over time, 80 s')).split('\n');
    expect(rows.slice(0, 4)).toEqual([
      'api queue                 ▁▂▃▅█ ▅▁  to 8',
      'web queue                 ▆▆█▆▆▆▆▆  to 7',
      'api down                    ▔▔▔     for 30 s',
      'and 1 more line, with --json',
    ]);
  });

  it('TE31 has a sentence for what gives way first', () => {
    expect(bottleneckSentence(report())).toBe(
      'The bottleneck is “api” at 90 %: it takes about 1.1 times this load.',
    );
    expect(bottleneckSentence(overloaded)).toBe(
      '“api” is overloaded: its queue grows by 1,200 a second; capacity 3,400 requests/s.',
    );
    expect(bottleneckSentence(report({ bottleneck: null }))).toContain('no bottleneck');
    const utilisation = { ...series.lines[0]!, measure: 'utilisation' as const, values: [0.8, null, 1] };
    expect(bottleneckSentence(report({ series: { ...series, lines: [...series.lines, utilisation] } }))).toBe(
      'The bottleneck is “api”: at 90 % over the whole run, at its worst 100 % with 8 waiting.',
    );
  });

  it('TE32 shows no latency of what has no steady state', () => {
    const text = reportText(overloaded, plain);
    expect(text).toMatch(/search +720\/s +3\.4 % +– +– +– +–/);
    expect(text).toMatch(/api +████████ 100 %/);
  });

  it.each([
    ['a report', reportText(report({ series, design: 'long '.repeat(12) }), plain)],
    ['an overloaded one', reportText(overloaded, plain)],
    [
      'long names',
      reportText(report({ components: [component({ id: 'x'.repeat(90), hitRatio: 0.9 })] }), plain),
    ],
    ['a sweep', whatIfText('load', [{ value: '1', report: report() }], false)],
  ])('TE33 %s is at most 80 columns wide and has no control code', (_, text) => {
    // oxlint-disable-next-line no-control-regex
    expect(text).not.toMatch(/\u001B/);
    expect(text.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('TE33 colour changes nothing but colour', () => {
    const coloured = reportText(report({ series }), { load: 1, colour: true });
    expect(coloured).toContain('\u001B[32m');
    // oxlint-disable-next-line no-control-regex
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '').replaceAll(/ +$/gm, '')).toBe(
      reportText(report({ series }), plain),
    );
  });

  it('TE34 says that it was interrupted', () => {
    const cut = report({ engine: { ...report().engine, ended: 'cancelled' } });
    expect(reportText(cut, plain).replaceAll('\n', ' ')).toContain(
      'it was interrupted, and these are the figures so far',
    );
  });
});

describe('a comparison', () => {
  it('TE35 marks what is more than chance in words', () => {
    const text = comparisonText(
      {
        a: report(),
        b: report({ design: 'three stations' }),
        differences: [
          {
            of: 'request',
            measure: 'p99',
            a: 92,
            b: 61,
            difference: { value: -31, halfWidth: 2.3 },
            clear: true,
          },
          {
            of: 'request',
            measure: 'throughputRps',
            a: 720,
            b: 720.1,
            difference: { value: 0.1, halfWidth: 0.05 },
            clear: true,
          },
          {
            of: 'api',
            measure: 'utilisation',
            a: 0.9,
            b: 0.91,
            difference: { value: 0.01, halfWidth: 0.02 },
            clear: false,
          },
        ],
      },
      plain,
    );
    expect(text).toMatch(/request +p99 +92 ms +61 ms +−31\.0 ± 2\.3 ms +clear$/m);
    expect(text).toMatch(/api +utilisation +90 % +91 % +\+1\.0 ± 2\.0 points +within chance/);
    expect(text).toContain('One figure is the same in both, to three digits.');
    expect(text).not.toContain('throughput');
  });
});

describe('a sweep', () => {
  const good = report({ objectives: [] });
  it.each([
    [[good, good], 'It holds at every point, to load 2x.'],
    [[good, overloaded], 'It holds to load 1x; at load 2x “api” is overloaded.'],
    [[overloaded, good], 'It holds from load 2x; at load 1x “api” is overloaded.'],
    [[overloaded, overloaded], 'It holds at no point: at load 1x as at load 2x “api” is overloaded.'],
    [
      [report(), overloaded],
      'It holds at no point: at load 1x the objective “availability” is not met, at load 2x “api” is overloaded.',
    ],
    [[good, report()], 'It holds to load 1x; at load 2x the objective “availability” is not met.'],
  ])('TE36 says where it breaks (%#)', (reports, said) =>
    expect(
      breakSentence(
        'load',
        reports.map((one, index) => ({ value: String(index + 1), report: one })),
      ),
    ).toBe(said),
  );

  it('TE36 shows a point in overload as beyond all it has', () => {
    const text = whatIfText('load', [{ value: '2', report: overloaded }], false);
    expect(text).toMatch(/^2x +api > 100 % +720\/s +0 % +– +– +\$1,234 /m);
    const free = report({ cost: { ...report().cost, perMonth: 0 } });
    expect(whatIfText('load', [{ value: '2', report: free }], false)).not.toContain('a month');
  });
});
