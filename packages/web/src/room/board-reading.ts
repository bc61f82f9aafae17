/** What reads and writes drawings, apart from the page: it comes when somebody writes one. */
export { boardToMermaid, drawAny } from '@dryrun/design';
