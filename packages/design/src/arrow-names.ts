/** What people call the settings of a connection, however it is spelt: “hedge after”, “hedge-after” and `hedgeAfter` are one. */
import type { Token } from './arrow-tokens.ts';

export type Named = {
  readonly setting: string;
  /** Counts the first try too. */
  readonly isAttempts?: boolean;
  /** Too common a word to be a setting's name without “=”. */
  readonly needsEquals?: boolean;
  /** Before a number it may be a verb, and the number count what follows: “retries 3 shards”. */
  readonly counts?: boolean;
};

type Row = Named & { readonly called: readonly string[] };

export const NAMED: readonly Row[] = [
  {
    setting: 'timeout',
    called: [
      'timeout',
      'timeouts',
      'timeout after',
      'times out after',
      'times out in',
      'gives up after',
      'deadline',
    ],
  },
  { setting: 'retries', counts: true, called: ['retries', 'retry', 'retried', 'retrying'] },
  { setting: 'retries', isAttempts: true, counts: true, called: ['attempts', 'tries'] },
  { setting: 'retryBudget', called: ['retry budget'] },
  { setting: 'backoff.base', called: ['backoff', 'base backoff', 'backoff base'] },
  { setting: 'backoff.max', called: ['backoff max', 'max backoff', 'maximum backoff'] },
  {
    setting: 'hedgeAfter',
    called: ['hedge after', 'hedge', 'hedged', 'hedged after', 'hedges after', 'hedging after'],
  },
  { setting: 'fanout', called: ['fanout', 'fans out'] },
  {
    setting: 'fanout',
    counts: true,
    called: ['parallel calls', 'calls in parallel', 'requests in parallel', 'in parallel'],
  },
  { setting: 'waitFor', called: ['wait for', 'waits for'] },
  { setting: 'calls', counts: true, called: ['calls', 'call'] },
  { setting: 'probability', called: ['probability', 'prob', 'p', 'chance'] },
  { setting: 'latency', called: ['network latency', 'network delay', 'one way latency'] },
  { setting: 'latency', needsEquals: true, called: ['latency'] },
  {
    setting: 'breaker.errorShare',
    called: ['breaker error share', 'circuit breaker', 'breaker', 'breaker opens'],
  },
  { setting: 'breaker.window', called: ['breaker window'] },
  { setting: 'breaker.least', called: ['breaker least'] },
  { setting: 'breaker.cooldown', called: ['breaker cooldown'] },
];

/** Those long enough to be mistyped recognisably. */
export const namesOf = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ called }) => called.slice(0, 1)).filter((name) => name.length >= 5);

const keyOf = (words: string): string => words.toLowerCase().replaceAll(/[\s._-]+/g, '');

const KEYS: ReadonlyMap<string, Named> = new Map(
  NAMED.flatMap(({ called, ...named }) => called.map((name) => [keyOf(name), named] as const)),
);

const WORDS_MAX = 3;

/** The longest name that begins at a token. */
export const nameAt = (
  tokens: readonly Token[],
  at: number,
): { readonly named: Named; readonly length: number } | undefined => {
  for (let length = Math.min(WORDS_MAX, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length);
    if (words.some(({ value }) => value !== undefined)) continue;
    const named = KEYS.get(keyOf(words.map(({ text }) => text).join(' ')));
    if (named) return { named, length };
  }
  return undefined;
};
