import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPostgresStore, openSqliteStore } from '@dryrun/store';
import { createApp } from './app.ts';
import type { App } from './app.ts';
import { loadCatalogue } from './content-folder.ts';
import { realWorld } from './world.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type OnFault = (fault: unknown) => void;

/** Where a person's interviews are kept: `DRYRUN_HOME`, or the platform's folder for user data. */
export const homeFolder = (env: Environment, platform: NodeJS.Platform = process.platform): string => {
  if (env['DRYRUN_HOME']) return env['DRYRUN_HOME'];
  const user = homedir();
  if (platform === 'darwin') return join(user, 'Library', 'Application Support', 'Dryrun');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(user, 'AppData', 'Local'), 'Dryrun');
  return join(env['XDG_DATA_HOME'] ?? join(user, '.local', 'share'), 'dryrun');
};

/** Dryrun as it is installed here, on the clock of the wall. */
export const openHome = async (env: Environment, contentFolder: string, onFault: OnFault): Promise<App> =>
  createApp({ ...(await homeParts(env, contentFolder, onFault)), world: realWorld, onFault });

/** The content, and the store: SQLite in the home folder, or the PostgreSQL that `DRYRUN_DATABASE` names. */
export const homeParts = async (env: Environment, contentFolder: string, onFault: OnFault) => {
  const cache = join(dirname(contentFolder), 'dist', 'catalogue.json');
  const catalogue = await loadCatalogue(contentFolder, { cache, onLeftOut: onFault });
  const url = env['DRYRUN_DATABASE'];
  const store = url ? await openPostgresStore({ url }) : await openSqliteStore({ folder: homeFolder(env) });
  return { store, catalogue };
};
