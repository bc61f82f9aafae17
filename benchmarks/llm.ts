/**
 * Holds the LLM server against what was measured elsewhere: recorded vLLM runs, kernels, and published tables. Exits with 1
 * where a figure that must hold does not. Recordings are looked for in `DRYRUN_DATA`, under `vllm/`.
 *
 *     npm run bench:llm -- [--write]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadHardware } from '@dryrun/app';
import { replay } from '@dryrun/simulator';
import { compared } from '../packages/cli/src/simulate/recording.ts';
import { MLPERF, MLPERF_PROMPT, MLPERF_PROMPT_OFF, NIM, TENSORRT, VIDUR } from './llm/published.ts';
import { mlperfOffline, mlperfServed, nimAt, tensorrtAt, vidurShares } from './llm/runs.ts';
import { table } from './simulator/table.ts';

type Outcome = { readonly text: string; readonly failed: readonly string[] };

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const hardware = await loadHardware(join(import.meta.dirname, '../content'));

/** “+2.3 %”, “−0.3 %”. */
const signed = (relative: number): string => {
  const rounded = (relative * 100).toFixed(1);
  if (Number(rounded) === 0) return '0.0 %';
  return `${relative > 0 ? '+' : ''}${rounded.replace('-', '−')} %`;
};

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

const round = (value: number): string => String(Number(value.toPrecision(4)));

/** Of the error of a mean: what must hold, and what is aimed at. */
const LIMITS = {
  ttftMs: { most: Infinity, aim: 0.15 },
  tpotMs: { most: 0.15, aim: 0.1 },
  e2eMs: { most: 0.2, aim: 0.1 },
} as const;
const MEASURES = ['ttftMs', 'tpotMs', 'e2eMs'] as const;
const REPLAY_MS = 100;

const recordings = (): Outcome => {
  const data = process.env['DRYRUN_DATA'];
  const folder = join(data ?? '', 'vllm');
  if (data === undefined || !existsSync(folder))
    return {
      text: '### Recorded vLLM runs\n\nNot run: set `DRYRUN_DATA` to the folder of test material that has `vllm/`.',
      failed: [],
    };
  const outcomes = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => recordedRun(folder, file.slice(0, -'.jsonl'.length)));
  return {
    text: `### Recorded vLLM runs\n\n${outcomes.map(({ text }) => text).join('\n\n')}`,
    failed: outcomes.flatMap((outcome) => outcome.failed),
  };
};

const recordedRun = (folder: string, name: string): Outcome => {
  const read = (file: string) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') });
  const { server, requests, recorded, simulated, error, sensitivity } = compared(
    read(`${name}.meta.json`),
    read(`${name}.jsonl`),
    hardware,
  );
  const times = MEASURES.flatMap((measure) =>
    (['mean', 'p99'] as const).map((of) => [
      `${measure} ${of}`,
      round(recorded[measure][of]),
      round(simulated[measure][of]),
      signed(error[measure][of]),
      of === 'mean' ? percent(LIMITS[measure].aim) : '–',
    ]),
  );
  const errors = sensitivity.map((one) => [
    one.change,
    ...MEASURES.map((measure) => signed(one.error[measure].mean)),
  ]);
  const took = Array.from({ length: 5 }, () => {
    const began = performance.now();
    replay(server, requests);
    return performance.now() - began;
  });
  const leastMs = Math.min(...took);
  const wrong = MEASURES.filter((measure) => Math.abs(error[measure].mean) > LIMITS[measure].most);
  return {
    text: [
      `${name}: ${requests.length} requests, replayed in ${leastMs.toFixed(0)} ms.`,
      table(['time', 'recorded', 'simulated', 'error', 'aim'], times),
      'The errors of the means if the card were other than its row says:',
      table(['if', ...MEASURES], errors),
    ].join('\n\n'),
    failed: [
      ...wrong.map((measure) => `${name}, ${measure}: ${signed(error[measure].mean)}`),
      ...(leastMs > REPLAY_MS ? [`${name}: ${leastMs.toFixed(0)} ms, limit ${REPLAY_MS} ms`] : []),
    ],
  };
};

const kernels = (): Outcome => ({
  text: `### Products of one layer of Llama 2 70B, Vidur\n\n${table(
    ['card', 'tokens', 'share of', 'one card', 'simulated', 'each of eight', 'simulated'],
    VIDUR.map((row) => {
      const { one, eight } = vidurShares(hardware, row);
      return [
        row.gpu,
        String(row.tokens),
        row.of,
        percent(row.one),
        percent(one),
        percent(row.eight),
        percent(eight),
      ];
    }),
  )}`,
  failed: [],
});

const MLPERF_LIMIT = 0.3;

const mlperf = (): Outcome => {
  const rows = MLPERF.flatMap((row) => {
    const at = (of: string, measured: number, run: typeof mlperfOffline) => ({
      of: `${row.system}, ${of}`,
      measured,
      errors: [0, -1, 1].map(
        (way) => run(hardware, row, MLPERF_PROMPT + way * MLPERF_PROMPT_OFF) / measured - 1,
      ),
    });
    return [at('offline', row.offline, mlperfOffline), at('server', row.server, mlperfServed)];
  });
  const prompts = [MLPERF_PROMPT, MLPERF_PROMPT - MLPERF_PROMPT_OFF, MLPERF_PROMPT + MLPERF_PROMPT_OFF];
  return {
    text: `### MLPerf, Llama 2 70B\n\nTokens a second; limit ${percent(MLPERF_LIMIT)} with prompts of ${MLPERF_PROMPT} tokens. How long they are is not in the logs, so both ends of what they may be stand beside it.\n\n${table(
      ['system', 'measured', ...prompts.map((prompt) => `error at ${prompt}`)],
      rows.map(({ of, measured, errors }) => [of, round(measured), ...errors.map(signed)]),
    )}`,
    failed: rows
      .filter(({ errors }) => Math.abs(errors[0] ?? Infinity) > MLPERF_LIMIT)
      .map(({ of, errors }) => `MLPerf ${of}: ${signed(errors[0] ?? Infinity)}`),
  };
};

const nim = (): Outcome => {
  const rows = NIM.map((row) => ({ row, found: nimAt(hardware, row.clients) }));
  const [before, last] = rows.slice(-2);
  if (!before || !last) throw new Error('Expected two rows at least.');
  const error = last.found.tokensPerS / last.row.tokensPerS - 1;
  const slopeMs = (last.found.ttftMs - before.found.ttftMs) / (last.row.clients - before.row.clients);
  const littleMs = (500 / last.found.tokensPerS) * 1000;
  const slope = slopeMs / littleMs - 1;
  return {
    text: `### NIM, Llama 3.3 70B on two H100, a closed loop\n\nSaturation ${signed(error)} (limit 20 %, aim 15 %). A client more waits ${round(slopeMs)} ms longer for its first token, by Little’s law ${round(littleMs)} ms: ${signed(slope)} (limit 5 %).\n\n${table(
      ['clients', 'TTFT ms', 'simulated', 'ITL ms', 'simulated', 'tokens/s', 'simulated', 'error'],
      rows.map(({ row, found }) => [
        String(row.clients),
        round(row.ttftMs),
        round(found.ttftMs),
        round(row.itlMs),
        round(found.itlMs),
        round(row.tokensPerS),
        round(found.tokensPerS),
        signed(found.tokensPerS / row.tokensPerS - 1),
      ]),
    )}`,
    failed: [
      ...(Math.abs(error) > 0.2 ? [`NIM, saturation: ${signed(error)}`] : []),
      ...(Math.abs(slope) > 0.05 ? [`NIM, slope: ${signed(slope)}`] : []),
    ],
  };
};

const tensorrt = (): Outcome => ({
  text: `### TensorRT-LLM, most tokens a second\n\n${table(
    ['model', 'cards', 'in', 'out', 'measured', 'simulated', 'error'],
    TENSORRT.flatMap((row) =>
      row.rows.map(([input, output, measured]) => {
        const found = tensorrtAt(hardware, row, input, output);
        return [
          row.model,
          `${row.together} × ${row.gpu}`,
          String(input),
          String(output),
          round(measured),
          round(found),
          signed(found / measured - 1),
        ];
      }),
    ),
  )}`,
  failed: [],
});

const outcomes = [recordings, kernels, mlperf, nim, tensorrt].map((part) => {
  const outcome = part();
  process.stdout.write(`${outcome.text}\n\n`);
  return outcome;
});
const failed = outcomes.flatMap((outcome) => outcome.failed);
for (const line of failed) process.stderr.write(`fails: ${line}\n`);

if (values.write) {
  const file = new URL('RESULTS.md', import.meta.url);
  const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}).`;
  const verdict = failed.length === 0 ? 'What must hold holds.' : `Fails: ${failed.join('; ')}.`;
  const day = new Date().toISOString().slice(0, 10);
  const head = `## ${day} · The LLM server against what was measured\n\n    npm run bench:llm -- --write\n\n${machine} ${verdict}`;
  const section = [head, ...outcomes.map(({ text }) => text)].join('\n\n');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${section}\n`);
}
process.exitCode = failed.length > 0 ? 1 : 0;
