/**
 * What the makes agree on about text. SQLite's binding cuts a text at U+0000, PostgreSQL refuses it, and a lone
 * surrogate has no UTF-8; each would give back something else than was put. So every make refuses both, alike.
 * Events are not concerned: JSON escapes them.
 */
import { createHash } from 'node:crypto';
import { ContentHash } from '@dryrun/domain';

export const hashOf = (text: string): ContentHash =>
  ContentHash.parse(createHash('sha256').update(text, 'utf8').digest('hex'));

export const refuseUnstorable = (what: string, text: string): void => {
  const cut = text.indexOf('\0');
  const at = cut < 0 ? text.search(/\p{Surrogate}/u) : cut;
  if (at < 0) return;
  const found = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  throw new RangeError(
    `${what}: expected text that every database gives back unchanged, found U+${found} at offset ${at}. Remove it, or escape it as JSON does.`,
  );
};
