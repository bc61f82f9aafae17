/**
 * The contract of an event store (docs/spec/store.md), run against every make. A make's own test file opens it here
 * and adds only what the make alone can be asked.
 */
import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import type { EventStore } from '../event-store.ts';
import { appendRules } from './contract-append.ts';
import { contentRules } from './contract-contents.ts';
import { deletionRules } from './contract-deletion.ts';
import { followRules } from './contract-follow.ts';
import { modelRules } from './contract-model.ts';
import type { Make, Space, Subject } from './subject.ts';

export const describeEventStore = (name: string, make: Make): void => {
  describe(name, () => {
    let space: Space;
    let open: EventStore[] = [];
    const another = async () => {
      const store = await space.open();
      open.push(store);
      return store;
    };
    beforeEach(async () => {
      space = await make.space();
      await another();
    });
    afterEach(async () => {
      await Promise.all(open.map((store) => store.close()));
      open = [];
      await space.dispose();
    });
    afterAll(async () => make.dispose?.());

    const subject: Subject = {
      store: () => {
        const [store] = open;
        if (!store) throw new Error('Expected a store to be open.');
        return store;
      },
      another,
      shares: make.shares,
      histories: make.histories,
    };
    appendRules(subject);
    followRules(subject);
    contentRules(subject);
    deletionRules(subject);
    modelRules(subject);
  });
};
