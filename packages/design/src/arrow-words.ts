/**
 * What the words on an arrow say of its calls: “gRPC, 50ms timeout, retries 2” is a timeout, two retries, and the word gRPC.
 *
 *     label ─▶ parts, between commas and brackets ─▶ settings as written · what is to be asked · words, which stay words
 *
 * Read is only what means one thing. What has a setting's name or a value's form and could mean two things, or none, is asked
 * about: a guess would be run as if somebody had said it. Whether a value fits its setting is the palette's to say.
 */
import { nearest } from '@dryrun/text';
import { shareAmong } from './arrow-shares.ts';
import { NAMED, nameAt, namesOf } from './arrow-names.ts';
import type { Named } from './arrow-names.ts';
import { isFiller, tokensOf } from './arrow-tokens.ts';
import type { Token } from './arrow-tokens.ts';
import type { Connection } from './design.ts';

/** A setting with the words that say it. */
export type SaidSetting = { readonly name: string; readonly value: string | number; readonly words: string };

/** Words that look like a setting, and why they could not be read as one. */
export type Unread = { readonly words: string; readonly why: string };

export type SaidByLabel = {
  readonly mode?: Connection['mode'];
  readonly onMiss?: boolean;
  readonly settings: readonly SaidSetting[];
  readonly unread: readonly Unread[];
};

type Part = {
  readonly mode?: Connection['mode'];
  readonly onMiss?: boolean;
  readonly settings?: readonly { readonly name: string; readonly value: string | number }[];
  readonly why?: string;
};

const LABEL_MAX = 300;

export const saidByLabel = (label: string): SaidByLabel => {
  const settings = new Map<string, SaidSetting>();
  const unread: Unread[] = [];
  const doubted = new Set<string>();
  const modes = new Set<Connection['mode']>();
  let onMiss = false;
  for (const words of partsOf(label.slice(0, LABEL_MAX))) {
    const part = partSaid(words);
    if (part.why !== undefined) unread.push({ words, why: part.why });
    if (part.mode !== undefined) modes.add(part.mode);
    onMiss ||= part.onMiss === true;
    for (const { name, value } of part.settings ?? []) {
      const before = settings.get(name);
      if (before === undefined) settings.set(name, { name, value, words });
      else if (String(before.value) !== String(value) && !doubted.has(name)) {
        doubted.add(name);
        unread.push({ words: `${before.words}, ${words}`, why: `It says ${name} twice: keep one.` });
      }
    }
  }
  for (const name of doubted) settings.delete(name);
  if (modes.size > 1) unread.push({ words: label.slice(0, LABEL_MAX), why: EITHER });
  const [mode] = modes.size === 1 ? modes : [];
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(onMiss ? { onMiss } : {}),
    settings: [...settings.values()],
    unread,
  };
};

const EITHER = 'Write sync or async.';
const ALONE = 'Write settings alone, such as timeout 1s, retries 2.';
const RATE = 'A rate follows from the load: write ×3 or 10% of requests.';
const TIME = 'Write timeout 1s or network latency 1ms.';
const SHARE = 'If so many requests take it, write 10% of requests.';

/** Not at a comma within a number: “1,000 calls” is no “000 calls”. */
const partsOf = (label: string): readonly string[] =>
  label
    .replaceAll(/\bfire[\s-]+(?:and|&)[\s-]+forget\b/gi, 'async')
    .split(/(?<!\d),|,(?!\d)|[;·|()[\]\n]|\s(?:and|&|\+|\/|–|—)\s/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '');

const NUMBER = String.raw`(\d{1,4}(?:\.\d{1,3})?)`;
const MISS = /^(?:(?:only )?(?:(?:on|if|upon|at) )?(?:an? )?(?:cache )?|cache-)miss(?:es)?(?: only)?$/;
const WAITS = /^(?:mode ?[=:] ?)?(?:sync|synchronous(?:ly)?|blocking)(?: (?:calls?|requests?|rpc))?$/;
const ON_FAILURE = /^(?:fail(?:s|ing)?[ -]|on ?failure ?[=:]? ?)(open|closed)$/;
const TIMES = [
  new RegExp(`^[×x]? ?${NUMBER} ?(?:×|x|times)$`),
  new RegExp(`^[×x] ?${NUMBER}$`),
  new RegExp(`^called ${NUMBER} times$`),
];
const SHARED =
  /^(?:(?:for|in|on|only|just|about|sampled|sample|sampling|with|at) )*~?(\d{1,3}(?:\.\d{1,6})?) ?%(?: (?:of )?(?:the |all )*(?:requests?|traffic|calls?|quer(?:y|ies)|users?|cases|time|them|samples?|sampled|sampling))?$/;
const BARE_TIME = /^[~<>≤≥]*=? ?\d+(?:\.\d+)? ?(?:ns|us|µs|ms|s|secs?|seconds?|mins?|minutes?|h|hours?)$/;
const BARE_RATE =
  /^[~<>≤≥]*=? ?\d[\d.,]* ?[kmb]? ?(?:[rqt]ps|(?:requests?|reqs?|calls?|quer(?:y|ies)|messages?|events?)? ?(?:\/ ?|per )(?:s|secs?|seconds?|min|minutes?|h|hours?|day))$/;
const BARE_NAME = /^(?:with |has )?(?:an? |the )?(timeouts?|retries)$/;

const partSaid = (written: string): Part => {
  const text = written
    .toLowerCase()
    .replaceAll('μ', 'µ')
    .replaceAll('≈', '=')
    .replaceAll(/["'`“”‘’]/g, '')
    .replace(/\bw\/ ?/, 'with ')
    .replace(/[.!]$/, '')
    .trim();
  if (MISS.test(text)) return { onMiss: true };
  if (WAITS.test(text)) return { mode: 'sync' };
  const [, failing] = ON_FAILURE.exec(text) ?? [];
  if (failing !== undefined) return { settings: [{ name: 'onFailure', value: failing }] };
  for (const times of TIMES) {
    const [, calls] = times.exec(text) ?? [];
    if (calls !== undefined) return { settings: [{ name: 'calls', value: Number(calls) }] };
  }
  const [, percent] = SHARED.exec(text) ?? [];
  if (percent !== undefined) return { settings: [{ name: 'probability', value: `${percent}%` }] };
  const share = shareAmong(text);
  if (share !== undefined) return { settings: [{ name: 'probability', value: share }] };
  if (BARE_TIME.test(text)) return { why: TIME };
  if (BARE_RATE.test(text)) return { why: RATE };
  const [, bare] = BARE_NAME.exec(text) ?? [];
  if (bare !== undefined)
    return { why: bare === 'retries' ? 'Say how many: retries 2.' : 'Say how long: timeout 1s.' };
  return sentenceSaid(tokensOf(text));
};

type Claim = { readonly named: Named; readonly value: string; readonly from: number; readonly to: number };

/** Settings by their names, among whatever other words. */
const sentenceSaid = (tokens: readonly Token[]): Part => {
  const claims = claimsIn(tokens);
  const waits = tokens.some(({ text }) => text === 'sync' || text === 'synchronous');
  const asyncAt = tokens.findIndex(({ text }) => ASYNC.has(text));
  if (asyncAt >= 0 && (waits || isTurned(tokens, asyncAt))) return { why: EITHER };
  const mode = asyncAt < 0 ? {} : ({ mode: 'async' } as const);
  if (claims.length === 0) return { ...mode, ...doubts(tokens) };
  const own = (at: number) => claims.some(({ from, to }) => at >= from && at < to);
  const loose = tokens.some(({ value, spelt }, at) => value !== undefined && !spelt && !own(at));
  // “retry with 3 attempts”: of two names, whose is the number?
  const shared = claims.some(
    ({ to }) => tokens[to - 1]?.value !== undefined && nameAt(tokens, to) && !own(to),
  );
  if (loose || shared || claims.some(({ from }) => isTurned(tokens, from))) return { ...mode, why: ALONE };
  return { ...mode, settings: claims.map(({ named, value }) => settingOf(named, value)) };
};

const ASYNC: ReadonlySet<string> = new Set(['async', 'asynchronous', 'asynchronously', 'non-blocking']);

/** “on timeout”, “no retries”: what comes after it is not what holds. */
const TURNS: ReadonlySet<string> = new Set(
  'on after if upon when until unless before since no not non without never'.split(' '),
);

const isTurned = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens.slice(0, at).findLast(({ text }) => !ARTICLES.has(text));
  return before !== undefined && TURNS.has(before.text);
};

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

const claimsIn = (tokens: readonly Token[]): readonly Claim[] => {
  const claims: Claim[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = nameAt(tokens, at);
    if (!found) {
      at += 1;
      continue;
    }
    const { named, length } = found;
    const before = tokens[at - 1]?.value;
    const free = at - 1 >= (claims.at(-1)?.to ?? 0);
    if (before !== undefined && free && !named.needsEquals) {
      claims.push({ named, value: before, from: at - 1, to: at + length });
      at += length;
      continue;
    }
    const after = valueAfter(tokens, at + length, named);
    if (after) claims.push({ named, value: after.value, from: at, to: after.to });
    at = after?.to ?? at + length;
  }
  return claims;
};

const valueAfter = (
  tokens: readonly Token[],
  from: number,
  named: Named,
): { readonly value: string; readonly to: number } | undefined => {
  const equals = tokens[from]?.text === '=' || tokens[from]?.text === ':';
  let at = equals ? from + 1 : from;
  while (tokens[at] && isFiller(tokens[at]?.text ?? '')) at += 1;
  const token = tokens[at];
  if (!token || (named.needsEquals && !equals)) return undefined;
  // After “=” anything is meant for a value, and told if it is none; after a colon, words may explain.
  if (equals && (token.value !== undefined || !named.counts || tokens[from]?.text === '='))
    return { value: token.value ?? token.text, to: at + 1 };
  if (token.value === undefined || token.spelt) return undefined;
  const next = tokens[at + 1]?.text;
  if (named.counts && next !== undefined && !TAILS.has(next) && !nameAt(tokens, at + 1)) return undefined;
  return { value: token.value, to: at + 1 };
};

/** What goes on after a number that counts tries, and not what is tried. */
const TAILS: ReadonlySet<string> = new Set('with max each times total at per then using on'.split(' '));

const settingOf = ({ setting, isAttempts }: Named, value: string) => {
  const count = Number(value);
  // The first attempt is no retry.
  if (isAttempts && Number.isInteger(count) && count >= 1) return { name: setting, value: count - 1 };
  if (isAttempts) return { name: setting, value: `${value} attempts` };
  return { name: setting, value: PLAIN.test(value) ? count : value };
};

/** No setting was named, and still it looks as if one was meant. */
const doubts = (tokens: readonly Token[]): Part => {
  const values = tokens.filter(({ value }) => value !== undefined);
  const [only] = values;
  if (values.length === 1 && only?.value?.endsWith('%') && tokens.length <= 3) return { why: SHARE };
  const measured = values.some(({ value = '' }) => !PLAIN.test(value));
  const named = tokens.map((_, at) => nameAt(tokens, at)?.named);
  if (measured && named.some((one) => one?.needsEquals)) return { why: TIME };
  if (measured && named.some((one) => one && !one.counts)) return { why: ALONE };
  for (const [at, { text }] of tokens.entries()) {
    const equals = tokens[at + 1]?.text === '=' || tokens[at + 1]?.text === ':';
    if (text.length < NEAR_MIN || !equals || tokens[at + 2]?.value === undefined) continue;
    const [near] = nearest(text, namesOf(NAMED), 1);
    if (near !== undefined) return { why: `Did you mean “${near}”?` };
  }
  return {};
};

const PLAIN = /^\d+(?:\.\d+)?$/;

/** Shorter words are near to everything. */
const NEAR_MIN = 5;
