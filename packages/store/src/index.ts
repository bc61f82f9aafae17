export * from './event-store.ts';
export { openMemoryStore } from './memory.ts';
export { hashOf } from './stored-text.ts';
export { openPostgresStore, type PostgresOptions } from './postgres.ts';
export { openSqliteStore, type SqliteOptions } from './sqlite.ts';
