/** What the contract is run against, and what its rules' tests are given. */
import type { EventStore } from '../event-store.ts';

/** One empty place for data, and the stores that a test opens over it. */
export type Space = {
  open(): Promise<EventStore>;
  dispose(): Promise<void>;
};

export type Make = {
  readonly space: () => Promise<Space>;
  /** Whether two stores opened over one space share what is in it. */
  readonly shares: boolean;
  /** How many random histories the property test tries. */
  readonly histories: number;
  readonly dispose?: () => Promise<void>;
};

/** What each rule's tests are given: stores over the test's own space, closed after it. */
export type Subject = {
  store(): EventStore;
  another(): Promise<EventStore>;
  readonly shares: boolean;
  readonly histories: number;
};
