export { createApp } from './app.ts';
export { createAuthoring } from './authoring.ts';
export type { Authoring } from './authoring.ts';
export type { App, Reason, Wish } from './app.ts';
export { ContentFault, loadCatalogue, readContentFolder } from './content-folder.ts';
export { EXPORT_FORMATS } from './export/export-as.ts';
export type { ExportFormat, Exported } from './export/export-as.ts';
export { findChromium, printPdf } from './export/print-pdf.ts';
export { loadHardware } from './hardware.ts';
export { homeFolder, openHome } from './home.ts';
export type { Outcome } from './outcome.ts';
export type { RunProgress } from './replication.ts';
export { runComparison, runSimulation, simulation } from './simulation.ts';
export type { Simulation } from './simulation.ts';
export {
  COMPARISON_PAIRS_MIN,
  COMPARISON_REPLICATIONS,
  COMPARISON_REQUESTS,
  COMPARISON_SECONDS_MIN,
  POINT_EVENTS_MAX,
  SIMULATION_EVENTS_MAX,
  SIMULATION_TIME_MS,
} from './simulation-limits.ts';
export { assessTranscript, readTranscript, Transcript } from './transcript.ts';
export type { InterviewFile } from './transfer.ts';
export { openVirtualHome, virtualHome } from './virtual-clock.ts';
export type { VirtualHome } from './virtual-clock.ts';
export { realWorld } from './world.ts';
export type { World } from './world.ts';
