/**
 * Holds the simulator against truths from outside and against other engines, and says where it falls short. Exits with 1
 * where a row fails.
 *
 *     npm run bench:simulator -- [--only oracles|little|coverage|speed|twenty] [--quick] [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { coverage } from './simulator/coverage.ts';
import { laws } from './simulator/little.ts';
import { judge, ORACLES, QUICK_ORACLES, SLIPS } from './simulator/oracles.ts';
import { C_MOST, SIMPY_LEAST, speed } from './simulator/speed.ts';
import { shown, table } from './simulator/table.ts';
import { twenty } from './simulator/twenty.ts';

const PARTS = ['oracles', 'little', 'coverage', 'speed', 'twenty'] as const;
type Part = (typeof PARTS)[number];
type Outcome = { readonly text: string; readonly failed: readonly string[] };

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const quick = values.quick;
const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
if (parts.length === 0) {
  process.stderr.write(`Expected --only as one of ${PARTS.join(', ')}; found ${values.only}.\n`);
  process.exit(2);
}

const progress = (text: string) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
};

const oracles = (): Outcome => {
  const chosen = quick ? QUICK_ORACLES : ORACLES;
  const rows = chosen.flatMap((oracle, index) => {
    progress(`oracles: ${index + 1} of ${chosen.length}, ${oracle.id}`);
    return judge(oracle, quick);
  });
  const failed = rows.filter(({ held }) => !held);
  const text = table(
    ['oracle', 'figure', 'exact', 'found', '± 95 %', 'holds'],
    rows.map((row) => [
      row.oracle,
      row.of,
      shown(row.exact),
      shown(row.value),
      shown(row.halfWidth),
      row.held,
    ]),
  );
  const kept = `${rows.length - failed.length} of ${rows.length} figures of ${chosen.length} designs hold.`;
  return {
    text: `### Closed forms\n\n${kept}\n\n${text}`,
    failed: [
      ...SLIPS,
      ...failed.map(
        ({ oracle, of, exact, value, why }) =>
          `${oracle}, ${of}: exact ${shown(exact)}, found ${shown(value)}; ${why}`,
      ),
    ],
  };
};

const little = (): Outcome => {
  progress('little');
  const { rows, unread } = laws(quick);
  const failed = rows.filter(({ held }) => !held);
  const designs = new Set(rows.map(({ design }) => design)).size;
  const kept = `${rows.length - failed.length} of ${rows.length} checks on ${designs} designs hold.${unread.map((why) => `\n\nNot run: ${why.slice(0, 300)}`).join('')}`;
  const text = table(
    ['design', 'law', 'found', 'holds'],
    failed.map((row) => [row.design, row.law, row.found, row.held]),
  );
  return {
    text: `### Little’s law and conservation\n\n${kept}${failed.length > 0 ? `\n\n${text}` : ''}`,
    failed: failed.map(({ design, law, found }) => `${design}, ${law}: ${found}`),
  };
};

const covered = (): Outcome => {
  progress('coverage');
  const rows = coverage(quick ? 40 : 200, quick ? 50_000 : 200_000);
  const text = table(
    ['figure', 'intervals that hold the truth', 'mean half-width', 'bias', '92 to 98 %'],
    rows.map(({ what, covered, of, width, bias, held }) => [
      what,
      `${covered} of ${of} (${((100 * covered) / of).toFixed(1)} %)`,
      `${(100 * width).toFixed(2)} %`,
      `${(100 * bias).toFixed(2)} %`,
      held,
    ]),
  );
  // Forty seeds cannot tell 92 from 98 %: the quick round only shows them.
  const failed = quick ? [] : rows.filter(({ held }) => !held);
  return {
    text: `### Coverage of 95 % intervals\n\n${text}`,
    failed: failed.map(({ what, covered, of }) => `${what}: ${covered} of ${of} intervals hold the truth`),
  };
};

const fast = (): Outcome => {
  progress('speed');
  const { rows, timesSimPy, timesC, why } = speed(quick);
  const text = table(
    ['engine', 'ns a customer', 'least to most', 'customers a second', 'mean wait (.8769)', ''],
    rows.map(({ engine, nsPerCustomer, meanWait, note }) => [
      engine,
      nsPerCustomer === null ? '–' : nsPerCustomer.median.toFixed(1),
      nsPerCustomer === null ? '–' : `${nsPerCustomer.least.toFixed(1)} to ${nsPerCustomer.most.toFixed(1)}`,
      nsPerCustomer === null ? '–' : Math.round(1e9 / nsPerCustomer.median).toLocaleString('en'),
      shown(meanWait),
      note,
    ]),
  );
  const ratios = [
    timesSimPy === null
      ? 'SimPy is absent.'
      : `${timesSimPy.toFixed(1)} times SimPy (at least ${SIMPY_LEAST}).`,
    timesC === null ? 'C is absent.' : `${timesC.toFixed(2)} times the time of C (at most ${C_MOST}).`,
  ];
  return { text: `### Speed on M/M/8, ρ .9\n\n${text}\n\n${ratios.join(' ')}`, failed: why };
};

const waited = (): Outcome => {
  progress('twenty');
  const rows = twenty();
  const text = table(
    ['what', 'found', 'limit', 'holds'],
    rows.map(({ what, found, limit, held }) => [what, found, limit, held]),
  );
  return {
    text: `### Twenty components\n\n${text}`,
    failed: rows
      .filter(({ held }) => !held)
      .map(({ what, found, limit }) => `${what}: ${found}, limit ${limit}`),
  };
};

/** A part that cannot run at all is a failure of that part: the others still run. */
const run = (part: Part): Outcome => {
  try {
    return { oracles, little, coverage: covered, speed: fast, twenty: waited }[part]();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return { text: `### ${part}\n\nIt did not run: ${why}`, failed: [`${part}: ${why}`] };
  }
};

const outcomes = parts.map((part) => {
  const outcome = run(part);
  progress('');
  process.stdout.write(`${outcome.text}\n\n`);
  return outcome;
});
const failed = outcomes.flatMap((outcome) => outcome.failed);
for (const line of failed) process.stderr.write(`fails: ${line}\n`);

if (values.write) {
  const file = new URL('RESULTS.md', import.meta.url);
  const command = [
    'npm run bench:simulator',
    ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : []),
  ];
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`;
  const verdict =
    failed.length === 0
      ? 'Every row holds.'
      : `These rows fail:\n\n${failed.map((line) => `- ${line}`).join('\n')}`;
  const day = new Date().toISOString().slice(0, 10);
  const head = `## ${day} · The simulator against what is known\n\n    ${command.join(' ')}\n\n${machine} ${verdict}`;
  const section = [head, ...outcomes.map(({ text }) => text)].join('\n\n');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${section}\n`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
