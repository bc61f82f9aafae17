/**
 * What a test needs of the machine and may not find there (a PostgreSQL, strace, a browser). Where it is missing the
 * test is skipped under a title that says so; where `DRYRUN_REQUIRE=postgres,strace` names it, the test fails instead,
 * so that the machine that must run it cannot stop doing so unnoticed.
 */
export type Requirement = {
  readonly title: (title: string) => string;
  /** For `describe.skipIf`. */
  readonly skip: boolean;
};

export const requirement = (name: string, found: boolean): Requirement => {
  const required = (process.env['DRYRUN_REQUIRE'] ?? '').split(',').map((part) => part.trim());
  if (!found && required.includes(name)) {
    throw new Error(
      `DRYRUN_REQUIRE names ${name}: expected to find it on this machine, found none. Install it.`,
    );
  }
  return {
    title: (title) => (found ? title : `${title} (SKIPPED: no ${name} on this machine)`),
    skip: !found,
  };
};
