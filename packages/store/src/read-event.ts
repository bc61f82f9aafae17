import { LOG_SCHEMA, StoredEvent } from '@dryrun/domain';
import { type EventRow, newerEvent } from './batch.ts';
import { StoreFault } from './event-store.ts';

/** A row as an event. Parsed each time: a row may come from an older program, a newer one, or a failing disk. */
export const readEvent = (row: EventRow): StoredEvent => {
  if (row.schema > LOG_SCHEMA) throw newerEvent(row.interview, row.version, row.schema);
  const parsed = StoredEvent.safeParse({ ...row, event: jsonOf(row.event) });
  if (parsed.success) return parsed.data;
  throw new StoreFault(
    'corrupt',
    `Interview ${row.interview}, version ${row.version}: expected an event of docs/spec/log.md, found ${excerpt(row.event)} (${parsed.error.issues[0]?.message ?? 'not readable'}). Export what is readable or restore a copy of the database. Nothing was changed.`,
  );
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Enough to recognise the damage; not the candidate's words in somebody's error log. */
const excerpt = (text: string): string => `${text.length} characters beginning “${text.slice(0, 24)}”`;
