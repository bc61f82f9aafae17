/**
 * The contents this process put a moment ago and no append has named yet.
 *
 *     put (already there, held by X) … X is deleted, and the content with it … append of Y that names it
 *
 * Between the two calls nobody holds the content for Y, so Y's append brings it back from here if it is gone. That
 * keeps deletion exact: it never has to spare a text because somebody might be about to need it.
 */
import type { ContentHash } from '@dryrun/domain';

const KEPT_MAX = 16;
const KEPT_MS = 60_000;

export type RecentPuts = {
  remember(hash: ContentHash, text: string): void;
  recall(hash: ContentHash): string | undefined;
  forget(hashes: readonly ContentHash[]): void;
};

export const createRecentPuts = (): RecentPuts => {
  const puts = new Map<ContentHash, { readonly text: string; readonly putMs: number }>();
  const forget = (hashes: Iterable<ContentHash>) => {
    for (const hash of hashes) puts.delete(hash);
  };
  const dropOld = () => {
    const now = performance.now();
    const all = [...puts];
    forget(
      all
        .filter(([, put], index) => index < all.length - KEPT_MAX || now - put.putMs > KEPT_MS)
        .map(([hash]) => hash),
    );
  };
  return {
    remember: (hash, text) => {
      puts.delete(hash);
      puts.set(hash, { text, putMs: performance.now() });
      dropOld();
    },
    recall: (hash) => {
      dropOld();
      return puts.get(hash)?.text;
    },
    forget,
  };
};
