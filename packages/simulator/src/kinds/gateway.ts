/** A gateway counts by account: by requests, or by the tokens that a request asks a model for. */
import { number, word } from '../settings.ts';
import type { Sizing } from './sized.ts';

export const gateway: Sizing = (settings, { classes }) => {
  const count = number(settings, 'accounts');
  if (count === undefined)
    return word(settings, 'rateLimit.by') === undefined || number(settings, 'rateLimit.tokens') === undefined
      ? {}
      : {
          notes: [
            'it counts by account, and how many there are (accounts) is not said: a run lets all of them in.',
          ],
        };
  const accounts = { count, skew: number(settings, 'accountSkew') ?? 0.8 };
  const tokens = number(settings, 'rateLimit.tokens');
  const rps = number(settings, 'rateLimit.rps');
  if (tokens !== undefined) {
    const perS = tokens / (number(settings, 'rateLimit.per') ?? 60);
    const costs = classes.map(({ tokens: { prompt, answer } }) => prompt.mean + answer.mean);
    return { rateLimit: { rps: perS, burst: Math.max(tokens, ...costs), accounts, costs } };
  }
  if (rps === undefined) return {};
  return { rateLimit: { rps, burst: number(settings, 'rateLimit.burst') ?? Math.max(1, rps), accounts } };
};
