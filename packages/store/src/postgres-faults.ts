import { StoreFault } from './event-store.ts';

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const RACES = new Set(['23505', '40001', '40P01']);
const DAMAGED = new Set(['XX001', 'XX002']);
/** Classes: connection, authorisation, no such database, no right to it, out of resources, operator intervention (shutdown, starting up). */
const UNREACHABLE = /^(08|28|3D|42501|53|57P)/;
const NETWORK = /^(ECONN|ENOTFOUND|EHOST|ENET|EPIPE|ETIMEDOUT|EAI_|ENOENT|EACCES)/;
/** `pg` gives these no code. */
const UNCODED =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

export const isRace = (error: unknown): boolean => RACES.has(codeOf(error));

export const postgresFault = (error: unknown, where: string): unknown => {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const found = `“${error.message || code}”`;
  if (DAMAGED.has(code)) {
    return new StoreFault(
      'corrupt',
      `${where}: expected undamaged tables, found ${found}. Make a copy of the server's data folder before anything else, then restore a backup. Nothing was changed.`,
      { cause: error },
    );
  }
  if (UNREACHABLE.test(code) || NETWORK.test(code) || UNCODED.test(error.message)) {
    return new StoreFault(
      'unreachable',
      `${where}: expected an answer, found ${found}. Check that it runs and that address, user and password are right, then do it again: a command sent twice is applied once.`,
      { cause: error },
    );
  }
  return error;
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
