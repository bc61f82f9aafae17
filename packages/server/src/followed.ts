import type { PublicEvent } from '@dryrun/interview';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

/** A comment this often keeps proxies and browsers from taking a silence for the end. */
const BREATH_MS = 15_000;
/** How long a browser waits before it comes back. */
const RETRY_MS = 1000;

/** Public events as server-sent events, each under its version, until the reader leaves or the server stops. */
export const followed = (
  context: Context,
  follow: (signal: AbortSignal) => AsyncIterable<PublicEvent>,
  stopping: AbortSignal,
): Response =>
  streamSSE(context, async (stream) => {
    const left = new AbortController();
    stream.onAbort(() => left.abort());
    const signal = AbortSignal.any([left.signal, stopping]);
    await stream.write(`retry: ${RETRY_MS}\n\n`);
    const breath = setInterval(() => void stream.write(': still here\n\n'), BREATH_MS);
    try {
      for await (const event of follow(signal)) {
        await stream.writeSSE({ id: String(event.version), event: event.type, data: JSON.stringify(event) });
      }
      if (!signal.aborted) await stream.writeSSE({ event: 'gone', data: '{}' });
    } finally {
      clearInterval(breath);
    }
  });
