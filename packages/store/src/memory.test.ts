import { openMemoryStore } from './memory.ts';
import { describeEventStore } from './testing/contract.ts';

describeEventStore('the store in memory', {
  space: async () => ({ open: async () => openMemoryStore(), dispose: async () => {} }),
  shares: false,
  histories: 200,
});
