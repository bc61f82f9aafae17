import { afterAll, beforeAll, describe, it } from 'vitest';
import { findPostgres, type Server, startPostgres } from './postgres.ts';
import { requirement } from './requirement.ts';

/** A suite with a PostgreSQL of its own, or one skipped test that says why. */
export const describeWithPostgres = (
  name: string,
  suite: (server: () => Server) => void,
  settings: readonly string[] = [],
): void => {
  const { skip, title } = requirement('postgres', findPostgres() !== undefined);
  if (skip) {
    describe.skip(title(name), () => it('needs PostgreSQL', () => {}));
    return;
  }
  describe(name, () => {
    let started: Server | undefined;
    beforeAll(async () => {
      started = await startPostgres(settings);
    });
    afterAll(async () => started?.dispose());
    suite(() => {
      if (!started) throw new Error('Expected a PostgreSQL to be running.');
      return started;
    });
  });
};
