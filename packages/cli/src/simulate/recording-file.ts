/**
 * A recorded run of an LLM server: one request a line, with when it came and when its first and last token did.
 *
 *     arrival_time   by the clock of the client's side       queued_ts, first_token_ts, last_token_ts   by the engine's
 *
 * The two clocks are laid over each other where a request was queued the soonest after it came: that one waited for
 * nothing. Without `queued_ts` they are taken to be one.
 */
import type { Recorded } from '@dryrun/simulator';
import { z } from 'zod';
import { UsageFault } from '../command.ts';

const Tokens = z.int('a whole number').positive('a number above 0');
const Instant = z.number('a number of seconds');

const Line = z.object({
  input_toks: Tokens,
  output_toks: Tokens,
  arrival_time: Instant,
  queued_ts: Instant.optional(),
  first_token_ts: Instant,
  last_token_ts: Instant,
  cached_toks: z.int('a whole number').nonnegative('a number from 0').optional(),
});
type Line = z.infer<typeof Line>;

/** More than these nobody reads at once. */
const TOLD = 8;

export const readRecording = (text: string, file: string): readonly Recorded[] => {
  const lines: Line[] = [];
  const wrong: string[] = [];
  text.split('\n').forEach((written, index) => {
    if (written.trim() === '') return;
    const read = lineOf(written);
    if (typeof read === 'string') wrong.push(`${file}:${index + 1}: ${read}`);
    else lines.push(read);
  });
  if (wrong.length > 0) throw new UsageFault(told(wrong));
  if (lines.length === 0)
    throw new UsageFault(`${file}: expected a request a line, as JSON; found none. ${SHAPE}`);
  if (lines.some(({ queued_ts }) => queued_ts === undefined) && lines.some(({ queued_ts }) => queued_ts))
    throw new UsageFault(`${file}: expected queued_ts in every line or in none; found it in some.`);
  const apartS = Math.min(...lines.map(({ queued_ts, arrival_time }) => (queued_ts ?? 0) - arrival_time));
  const hasClocks = lines[0]?.queued_ts !== undefined;
  const firstS = Math.min(...lines.map(({ arrival_time }) => arrival_time));
  const byOneClock = (engineS: number) => engineS - firstS - (hasClocks ? apartS : 0);
  const requests = lines.map((line) => ({
    arrivalS: line.arrival_time - firstS,
    firstS: byOneClock(line.first_token_ts),
    lastS: byOneClock(line.last_token_ts),
    promptTokens: line.input_toks,
    outputTokens: line.output_toks,
    cachedTokens: line.cached_toks ?? 0,
  }));
  const early = requests.findIndex((request) => request.firstS < request.arrivalS);
  if (early >= 0)
    throw new UsageFault(
      `${file}: expected every first token after its request came; request ${early + 1} has it ${(requests[early]!.arrivalS - requests[early]!.firstS).toFixed(3)} s before. Give queued_ts where the clocks differ.`,
    );
  return requests;
};

const SHAPE =
  'A line has input_toks, output_toks, arrival_time, queued_ts, first_token_ts and last_token_ts, the times in seconds.';

const lineOf = (written: string): Line | string => {
  const json = parsed(written);
  if (json === undefined) return `expected a request as JSON; found “${shortened(written)}”. ${SHAPE}`;
  const read = Line.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const name = issue?.path.join('.') ?? '';
    const found = typeof json === 'object' && json !== null ? Reflect.get(json, name) : json;
    return `expected ${name === '' ? 'a request as an object' : `${name} as ${issue?.message ?? 'a number'}`}; found ${found === undefined ? 'nothing' : shortened(JSON.stringify(found))}. ${SHAPE}`;
  }
  const { first_token_ts, last_token_ts, queued_ts, input_toks, cached_toks = 0 } = read.data;
  if (last_token_ts < first_token_ts) return 'expected last_token_ts not before first_token_ts; it is.';
  if (queued_ts !== undefined && first_token_ts < queued_ts)
    return 'expected first_token_ts not before queued_ts; it is.';
  if (cached_toks > input_toks) return 'expected cached_toks to be at most input_toks; it is more.';
  return read.data;
};

const parsed = (written: string): unknown => {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
};

const shortened = (text: string): string => (text.length <= 40 ? text : `${text.slice(0, 39)}…`);

const told = (wrong: readonly string[]): string =>
  [
    ...wrong.slice(0, TOLD),
    ...(wrong.length > TOLD ? [`and ${wrong.length - TOLD} more lines that are not as expected.`] : []),
  ].join('\n');
