/**
 * The one schema, in SQLite and in PostgreSQL (there in a namespace of its own).
 *
 *     interviews ◀── events     (interview, version)   one row per event, its JSON as it was written
 *                ◀── commands   (interview, id)        which versions a command made
 *                ◀── held       (interview, hash)      with which contents it was held
 *                    contents   (hash)                 texts by their SHA-256
 *                    meta       (name)                 whose database this is, and of which schema
 *
 * Nothing here is numbered across interviews.
 */
import type { Kysely } from 'kysely';
import type { CommandRow, EventRow } from './batch.ts';

export type InterviewRow = {
  readonly id: string;
  /** New each time an interview begins, so that a follower tells a re-imported one from the one that was deleted. */
  readonly born: string;
  readonly version: number;
  readonly last_at: number;
  readonly wake_at: number | null;
  readonly system: string;
  readonly title: string;
  readonly level: string;
  readonly format: string;
  readonly status: string;
  readonly started_at: number;
};

export type Tables = {
  readonly interviews: InterviewRow;
  readonly events: EventRow;
  readonly commands: CommandRow;
  readonly held: { readonly interview: string; readonly hash: string };
  readonly contents: {
    readonly hash: string;
    readonly text: string;
    /** By the clock of the machine that put it: only to tell what nobody ever came to hold. */
    readonly put_at: number;
  };
  readonly meta: { readonly name: string; readonly value: string };
};

export type Database = Kysely<Tables>;

export const TABLES = ['commands', 'contents', 'events', 'held', 'interviews', 'meta'] as const;
