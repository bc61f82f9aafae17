/** Where requests come in: boxes that nothing leads to but who asks, and that lead on. By the arrows alone, before anything is read. */
import { isRecord } from './written.ts';

export const entriesIn = (
  connections: readonly unknown[],
  asks: (id: string) => boolean,
): ((id: string) => boolean) => {
  const leading = new Set<unknown>();
  const called = new Set<unknown>();
  for (const raw of connections) {
    if (!isRecord(raw) || raw.from === raw.to) continue;
    leading.add(raw.from);
    if (!asks(String(raw.from))) called.add(raw.to);
  }
  return (id) => leading.has(id) && !called.has(id);
};
