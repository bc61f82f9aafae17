export { createApp } from './app.ts';
export type { App, Wish } from './app.ts';
export { ContentFault, loadCatalogue, readContentFolder } from './content-folder.ts';
export { homeFolder, openHome } from './home.ts';
export type { Outcome } from './outcome.ts';
export type { InterviewFile } from './transfer.ts';
export { realWorld } from './world.ts';
export type { World } from './world.ts';
