import { openSqliteStore } from './sqlite.ts';
import { describeEventStore } from './testing/contract.ts';
import { temporaryFolder } from './testing/folder.ts';

describeEventStore('the store in SQLite', {
  space: async () => {
    const { folder, remove } = temporaryFolder();
    return { open: () => openSqliteStore({ folder }), dispose: async () => remove() };
  },
  shares: true,
  histories: 30,
});
