/**
 * Dryrun listens on loopback and answers its own page only. A page from elsewhere that a browser holds open could
 * reach loopback too: its `Host` (by rebinding a name) or its `Origin` gives it away.
 */
import type { MiddlewareHandler } from 'hono';
import { problem } from './problems.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** `hosts` are the names, beside loopback's, under which this server is meant to be reached. */
export const ownHostsOnly =
  (hosts: ReadonlySet<string>): MiddlewareHandler =>
  async (context, next) => {
    const host = context.req.header('host') ?? '';
    if (!isOwn(host, hosts)) {
      return problem(
        context,
        421,
        'foreign-host',
        `Expected a request to 127.0.0.1 or localhost; found host “${host}”. Open Dryrun at the address it printed.`,
      );
    }
    const origin = context.req.header('origin');
    const foreign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
    if (foreign || context.req.header('sec-fetch-site') === 'cross-site') {
      return problem(
        context,
        403,
        'foreign-origin',
        `Expected a request from Dryrun's own page; found one from “${origin ?? 'another site'}”.`,
      );
    }
    return next();
  };

const isOwn = (host: string, hosts: ReadonlySet<string>) => {
  const name = host.replace(/:\d+$/, '').toLowerCase();
  return LOOPBACK.has(name) || hosts.has(name);
};

const OWN_PAGE =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The page may load and call nothing but this server, and nobody may frame it. */
export const safeHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  const { headers } = context.res;
  // A file that is shown has a policy of its own, which allows less.
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', OWN_PAGE);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  if (context.req.path.startsWith('/api/')) headers.set('cache-control', 'no-store');
};
