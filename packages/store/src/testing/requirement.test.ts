import { afterEach, expect, it, vi } from 'vitest';
import { requirement } from './requirement.ts';

afterEach(() => vi.unstubAllEnvs());

it('says in the title what is missing, and fails where it is required', () => {
  vi.stubEnv('DRYRUN_REQUIRE', '');
  expect(requirement('strace', true)).toMatchObject({ skip: false });
  expect(requirement('strace', true).title('syncs')).toBe('syncs');
  expect(requirement('strace', false).skip).toBe(true);
  expect(requirement('strace', false).title('syncs')).toBe('syncs (SKIPPED: no strace on this machine)');
  vi.stubEnv('DRYRUN_REQUIRE', 'postgres, strace');
  expect(() => requirement('strace', false)).toThrow('expected to find it on this machine, found none');
  expect(requirement('chromium', false).skip).toBe(true);
});
