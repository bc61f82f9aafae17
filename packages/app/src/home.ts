import { homedir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStore, openSqliteStore } from '@dryrun/store';
import { createApp } from './app.ts';
import type { App } from './app.ts';
import { loadCatalogue } from './content-folder.ts';
import { realWorld } from './world.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a person's interviews are kept: `DRYRUN_HOME`, or the platform's folder for user data. */
export const homeFolder = (env: Environment, platform: NodeJS.Platform = process.platform): string => {
  if (env['DRYRUN_HOME']) return env['DRYRUN_HOME'];
  const user = homedir();
  if (platform === 'darwin') return join(user, 'Library', 'Application Support', 'Dryrun');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(user, 'AppData', 'Local'), 'Dryrun');
  return join(env['XDG_DATA_HOME'] ?? join(user, '.local', 'share'), 'dryrun');
};

/** Dryrun as it is installed here: SQLite in the home folder, or the PostgreSQL that `DRYRUN_DATABASE` names. */
export const openHome = async (
  env: Environment,
  contentFolder: string,
  onFault: (fault: unknown) => void,
): Promise<App> => {
  const catalogue = await loadCatalogue(contentFolder, onFault);
  const url = env['DRYRUN_DATABASE'];
  const store = url ? await openPostgresStore({ url }) : await openSqliteStore({ folder: homeFolder(env) });
  return createApp({ store, catalogue, world: realWorld, onFault });
};
