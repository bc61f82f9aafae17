import { openPostgresStore } from './postgres.ts';
import { describeEventStore } from './testing/contract.ts';
import { describeWithPostgres } from './testing/with-postgres.ts';

describeWithPostgres('PostgreSQL', (server) => {
  describeEventStore('the store in PostgreSQL', {
    space: async () => {
      const url = await server().createDatabase();
      return { open: () => openPostgresStore({ url }), dispose: async () => {} };
    },
    shares: true,
    histories: 10,
  });
});
