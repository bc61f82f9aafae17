/** A thread that runs replications one after the other, as it is told, until its port is closed. */
import { parentPort } from 'node:worker_threads';
import { replicate } from './replication.ts';
import type { Replicated, Replication, RunProgress } from './replication.ts';

export type ToWorker = ({ readonly type: 'run' } & Replication) | { readonly type: 'stop' };

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: RunProgress }
  | ({ readonly type: 'ran' } & Replicated)
  | { readonly type: 'failed'; readonly message: string };

let stop = false;

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const answer = (message: FromWorker) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'stop':
      stop = true;
      return;
    case 'run': {
      const { design, palette, options, timeMs } = message;
      const onProgress = (progress: RunProgress) => answer({ type: 'progress', progress });
      replicate({ design, palette, options, timeMs, onProgress, stopped: () => stop }).then(
        (replicated) => answer({ type: 'ran', ...replicated }),
        (fault: unknown) =>
          answer({
            type: 'failed',
            message: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault),
          }),
      );
    }
  }
});
