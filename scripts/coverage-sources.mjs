// How much of the source documents the product holds, by docs/spec/coverage.yaml: `npm run coverage:sources`.
// `-- --open` also lists the planned rows by the file that will hold them. Exit 1 when a met row points at nothing.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { deadTargets, fileOf } from './coverage-rows.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const unknown = process.argv.slice(2).filter((argument) => argument !== '--open');
if (unknown.length > 0) {
  console.error(`coverage-sources takes --open or nothing, not ${unknown.join(' ')}`);
  process.exit(2);
}

const { documents, rows } = parse(readFileSync(join(root, 'docs/spec/coverage.yaml'), 'utf8'));
printShares(Object.keys(documents), rows);
if (process.argv.includes('--open')) printOpen(rows.filter((row) => row.status === 'planned'));
process.exitCode = reportDead(rows.filter((row) => row.status === 'met')) ? 1 : 0;

function printShares(names, all) {
  const line = (name, some) => {
    const met = some.filter((row) => row.status === 'met').length;
    const share = some.length === 0 ? '' : `${((100 * met) / some.length).toFixed(1)} %`;
    print(name, some.length, met, some.length - met, share);
  };
  print('document', 'rows', 'met', 'planned', 'share');
  for (const name of names) {
    const mine = all.filter((row) => row.document === name);
    line(name, mine);
  }
  line('total', all);
}

function print(name, ...cells) {
  console.log(name.padEnd(17) + cells.map((cell) => String(cell).padStart(9)).join(''));
}

function printOpen(planned) {
  const byFile = new Map();
  for (const row of planned) byFile.set(fileOf(row.where), [...(byFile.get(fileOf(row.where)) ?? []), row]);
  for (const [file, some] of [...byFile].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`\n${file} (${some.length})`);
    for (const row of some) console.log(`  ${row.id}  ${row.where.slice(file.length)}  ${row.asks}`);
  }
}

function reportDead(met) {
  const dead = met.flatMap((row) => deadTargets(row, readFile).map((why) => `${row.id}: ${why}`));
  for (const line of dead) console.error(line);
  return dead.length > 0;
}

function readFile(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}
