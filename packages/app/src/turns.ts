/** One thing at a time for each key, in the order it was asked for; other keys are not held up. */
export const takingTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Value>(key: string, run: () => Promise<Value>): Promise<Value> => {
    const turn = (last.get(key) ?? Promise.resolve()).then(run, run);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, over);
    void over.then(() => {
      if (last.get(key) === over) last.delete(key);
    });
    return turn;
  };
};
