import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { join } from 'node:path';
import { loadHardware } from '@dryrun/app';
import { describe, expect, it } from 'vitest';
import { UsageFault } from '../command.ts';
import { isAboutRecording, recording } from './recording.ts';

const CONTENT = join(import.meta.dirname, '../../../../content');

const META = {
  model: 'meta-llama/Llama-3.1-8B-Instruct',
  vllm: '0.19.0',
  gpu: 'NVIDIA H100 80GB HBM3',
  tensor_parallel: 1,
  max_num_seqs: 16,
  max_num_batched_tokens: 2048,
  dtype: 'bfloat16',
};

/** Twenty requests, as a server that takes 20 ms a token would have recorded them, on two clocks. */
const LINES = Array.from({ length: 20 }, (_, index) => {
  const queued = 400 + index * 0.5 + (index % 3) * 0.004;
  return {
    request_id: `bench-${index}`,
    input_toks: 300 + index * 40,
    output_toks: 101,
    arrival_time: 1_700_000_000 + index * 0.5,
    queued_ts: queued,
    scheduled_ts: queued + 0.0001,
    first_token_ts: queued + 0.1,
    last_token_ts: queued + 2.1,
  };
});

const jsonl = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).join('\n');

const run = async (files: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await recording(args, {
    tables: () => loadHardware(CONTENT),
    terminal: {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      stdin: async () => files['-'] ?? '',
      readFile: async (path) => {
        const text = files[path];
        if (text === undefined) throw new UsageFault(`${path} cannot be read.`);
        return text;
      },
      writeFile: async () => {},
      print: () => Promise.reject(new Error('Nothing is printed here.')),
      live: {
        input: new PassThrough(),
        output: new PassThrough(),
        screen: false,
        colour: false,
        columns: () => 80,
      },
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const ASKED = ['--recording', 'r.jsonl', '--with', 'm.json'];
const good = { 'r.jsonl': jsonl(LINES), 'm.json': JSON.stringify(META) };
const withMeta = (change: object) => ({ ...good, 'm.json': JSON.stringify({ ...META, ...change }) });

describe('a recording', () => {
  it('LS22 is answered with what was recorded, what was simulated and how far they are apart', async () => {
    const { code, out, err } = await run(good, ...ASKED, '--json');
    expect([code, err]).toEqual([0, '']);
    const { recorded, simulated, error, sensitivity, server } = JSON.parse(out);
    expect(recorded.tpotMs.mean).toBeCloseTo(20, 6);
    // Queued 0, 4 and 8 ms after it came: the two clocks are laid over each other where it was soonest.
    expect(recorded.ttftMs.mean).toBeCloseTo(100 + (7 * 4 + 6 * 8) / 20, 3);
    for (const measure of ['ttftMs', 'tpotMs', 'e2eMs'])
      for (const of of ['mean', 'p99'])
        expect(error[measure][of]).toBeCloseTo(simulated[measure][of] / recorded[measure][of] - 1, 9);
    expect(sensitivity).toHaveLength(6);
    expect(server).toMatchObject({
      model: 'meta-llama/Llama-3.1-8B',
      gpu: 'NVIDIA H100 SXM',
      tensorParallel: 1,
      weightBits: 16,
      maxSequences: 16,
    });
  });

  it('LS22 is shown to people in columns that fit, with signs and units', async () => {
    const { code, out } = await run(good, ...ASKED);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out).toMatch(/^meta-llama\/Llama-3\.1-8B on 1 × NVIDIA H100 SXM: 20 requests/);
    expect(out).toMatch(/^time +recorded +simulated +error$/m);
    expect(out).toMatch(/^a token after it, mean +20 ms +[\d.]+ ms +−\d+\.\d %$/m);
    expect(out).toMatch(/^bandwidth −10 % +[+−]?[\d.]+ %/m);
    expect(out).toMatch(/\$[\d.]+ a\nmillion tokens|\$[\d.]+ a million\ntokens|\$[\d.]+ a million tokens/);
  });

  it('LS22 may come from standard input, and needs no engine clock', async () => {
    const plain = LINES.map(({ queued_ts: queued, first_token_ts: first, last_token_ts: last, ...line }) => ({
      ...line,
      first_token_ts: line.arrival_time + first - queued,
      last_token_ts: line.arrival_time + last - queued,
    }));
    const { code, out } = await run(
      { ...good, '-': jsonl(plain) },
      '--recording',
      '-',
      '--with',
      'm.json',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).recorded.ttftMs.mean).toBeCloseTo(100, 3);
  });

  it('LS22 is told from a design by its options', () => {
    expect(isAboutRecording(['--with', 'm.json'])).toBe(true);
    expect(isAboutRecording(['--recording=r.jsonl'])).toBe(true);
    expect(isAboutRecording(['design.yaml', '--json'])).toBe(false);
  });
});

describe('what the server ran on', () => {
  it('LS2 stands in the tables, or in the numbers given', async () => {
    const shape = {
      num_hidden_layers: 32,
      hidden_size: 4096,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14_336,
      vocab_size: 128_256,
    };
    const card = { gpu_memory_gib: 80, gpu_memory_gb_per_s: 3350, gpu_tflops: 989.4 };
    const answers = await Promise.all([
      run(withMeta({}), ...ASKED, '--json'),
      run(withMeta({ model: 'somebody/own', ...shape }), ...ASKED, '--json'),
      run(withMeta({ gpu: 'H100 of somebody', ...card }), ...ASKED, '--json'),
    ]);
    const [known, described, own] = answers.map(({ out }) => JSON.parse(out).simulated.e2eMs.mean);
    expect(described).toBe(known);
    // The same datasheet; what its kernels reach nobody has measured.
    expect(own / known).toBeGreaterThan(0.9);
    expect(own / known).toBeLessThan(1.15);
  });

  it('LS8 has fewer bits where its name or quantisation says so', async () => {
    const bits = async (change: object) => {
      const { server } = JSON.parse((await run(withMeta(change), ...ASKED, '--json')).out);
      return [server.weightBits, server.kvBits];
    };
    expect(await bits({})).toEqual([16, 16]);
    expect(await bits({ quantization: 'fp8', kv_cache_dtype: 'fp8' })).toEqual([8, 8]);
    expect(await bits({ model: 'Qwen/Qwen2.5-7B-Instruct-AWQ' })).toEqual([4, 16]);
    expect(await bits({ model: 'openai/gpt-oss-20b' })).toEqual([4.6, 16]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['not JSON', 'nope', /^r\.jsonl:3: expected a request as JSON; found “nope”/m],
    [
      'a text for a number',
      JSON.stringify({ ...LINES[2], input_toks: 'x' }),
      /^r\.jsonl:3: expected input_toks as a whole number; found "x"/m,
    ],
    [
      'nothing for a number',
      JSON.stringify({ ...LINES[2], last_token_ts: undefined }),
      /^r\.jsonl:3: expected last_token_ts as a number of seconds; found nothing/m,
    ],
    [
      'no tokens',
      JSON.stringify({ ...LINES[2], output_toks: 0 }),
      /^r\.jsonl:3: expected output_toks as a number above 0; found 0/m,
    ],
    [
      'an end before its beginning',
      JSON.stringify({ ...LINES[2], last_token_ts: 1 }),
      /^r\.jsonl:3: expected last_token_ts not before first_token_ts/m,
    ],
  ])('LS23 %s is told with its line, what was expected and what was found', async (_, line, message) => {
    const lines = LINES.map((one) => JSON.stringify(one));
    lines[2] = line;
    const { code, out, err } = await run({ ...good, 'r.jsonl': lines.join('\n') }, ...ASKED, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('LS23 all bad lines are told, up to eight', async () => {
    const lines = LINES.map(() => '{}').join('\n');
    const { err } = await run({ ...good, 'r.jsonl': lines }, ...ASKED);
    expect(err.match(/^r\.jsonl:\d+: /gm)).toHaveLength(8);
    expect(err).toContain('and 12 more lines that are not as expected.');
  });

  it.each([
    [
      { model: 'Qwen/Qwen3-33B' },
      /m\.json: expected a model .* Did you mean “Qwen\/Qwen3-32B”.*num_hidden_layers/,
    ],
    [{ gpu: 'H1000' }, /m\.json: expected a card .* Did you mean “H100”.*gpu_memory_gb_per_s/],
    [{ dtype: 'int3' }, /^In m\.json, at dtype: /],
    [{ quantization: 'magic' }, /expected quantization as fp8.*found “magic”/],
    [
      { tensor_parallel: 3 },
      /m\.json: Expected a number of cards that divides the 32 attention heads; found 3/,
    ],
    [{ model: 'meta-llama/Llama-3.1-70B' }, /m\.json: Expected room for the model's 141\.1 GB/],
  ])('LS23 a server that is not known, or cannot be, is refused: %o', async (change, message) => {
    const { code, out, err } = await run(withMeta(change), ...ASKED, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it.each([
    [['--recording', 'r.jsonl'], /Expected --with META/],
    [['--with', 'm.json'], /Expected --recording FILE/],
    [[...ASKED, 'design.yaml'], /no design beside a recording; found “design\.yaml”/],
    [[...ASKED, '--load', '2x'], /--load/],
    [['--recording', '-', '--with', '-'], /standard input can be read once/],
    [['--recording', 'gone.jsonl', '--with', 'm.json'], /gone\.jsonl cannot be read/],
  ])('LS23 usage: %o', async (args, message) => {
    const { code, err } = await run(good, ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('LS23 --help says how', async () => {
    const { code, out } = await run({}, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: dryrun simulate --recording FILE --with META/);
  });
});

const folder = process.env['DRYRUN_DATA'];

describe.skipIf(folder === undefined)('recorded vLLM servers', () => {
  it.each(['RTXPRO6000-Llama-3.1-8B', 'RTXPRO6000-Qwen3-32B'])(
    'LS24 %s is met within a tenth, its first tokens within 15 %, without fitting',
    async (name) => {
      const read = (ending: string) => readFileSync(join(folder ?? '', 'vllm', `${name}.${ending}`), 'utf8');
      const files = { 'r.jsonl': read('jsonl'), 'm.json': read('meta.json') };
      const { error } = JSON.parse((await run(files, ...ASKED, '--json')).out);
      expect(Math.abs(error.e2eMs.mean)).toBeLessThan(0.1);
      expect(Math.abs(error.tpotMs.mean)).toBeLessThan(0.1);
      expect(Math.abs(error.ttftMs.mean)).toBeLessThan(0.15);
    },
  );
});
