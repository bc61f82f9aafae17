/** Ctrl-C once ends the work early, and what it has seen is told; a second one ends the process as it always does. */
export const interruptible = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off('SIGINT', stop);
  }
};

/** It was interrupted before there was anything to tell. */
export class NothingYet extends Error {
  override name = 'NothingYet';
}
