/**
 * Kills writers, and PostgreSQL servers, in the middle of bursts, and counts what was acknowledged against what is
 * found. Exits with 1 where anything is lost or broken.
 *
 *     node --import tsx benchmarks/kill-rounds.ts [--rounds 200] [--store sqlite|postgres|all] [--seed 1] [--json]
 */
import { parseArgs } from 'node:util';
import { type KillResult, killRounds } from '../packages/store/src/testing/kill-rounds.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    store: { type: 'string', default: 'all' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const stores = (['sqlite', 'postgres'] as const).filter(
  (store) => values.store === 'all' || values.store === store,
);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed) || stores.length === 0) {
  process.stderr.write(
    'Expected --rounds and --seed as whole numbers, and --store as sqlite, postgres or all.\n',
  );
  process.exit(2);
}

const results: KillResult[] = [];
for (const store of stores) {
  const onRound = (round: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${store}: round ${round} of ${rounds}  `);
  };
  results.push(await killRounds({ store, rounds, seed, onRound }));
}
if (process.stderr.isTTY) process.stderr.write('\n');

const table = [
  '| store | rounds | of them server killed | acknowledged | found | lost | broken | killed mid-append | in flight, then found whole | seconds |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...results.map((result) =>
    [
      '',
      result.store,
      result.rounds,
      result.serverKills,
      result.acknowledged,
      result.found,
      result.lost.length,
      result.broken.length,
      result.midAppend,
      `${result.inFlight}, ${result.foundUnacknowledged}`,
      result.seconds.toFixed(1),
      '',
    ]
      .join(' | ')
      .trim(),
  ),
];
process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : `${table.join('\n')}\n`);
for (const { store, lost, broken } of results) {
  for (const what of [...lost.map((id) => `lost ${id}`), ...broken])
    process.stderr.write(`${store}: ${what}\n`);
}
process.exitCode = results.some((result) => result.lost.length + result.broken.length > 0) ? 1 : 0;
