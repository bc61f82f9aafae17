/** A closed interview in the form somebody asked for: what all three doors call. */
import type { Debrief, IdeaNames, InterviewId } from '@dryrun/domain';
import { publish } from '@dryrun/interview';
import type { EventStore } from '@dryrun/store';
import { done, refused } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';
import { exportFrom } from '../transfer.ts';
import { htmlOf, PAGE_POLICY } from './html/page.ts';
import { markdownOf } from './markdown.ts';
import { LISTED_LEAST, listOf } from './redaction/listed.ts';
import { redactedSaid } from './redaction/redactor.ts';
import { toldOf } from './told.ts';
import type { Told } from './told.ts';

export const EXPORT_FORMATS = ['json', 'md', 'html'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportWish = {
  readonly to: ExportFormat;
  readonly redact?: boolean | undefined;
  /** Listed words, with commas between them: asking for them is asking to redact. */
  readonly redactAlso?: string | undefined;
  /** The private notes too. */
  readonly notes?: boolean | undefined;
};

export type Exported = {
  readonly text: string;
  readonly type: string;
  readonly fileName: string;
  /** What the page may do, to be said by whoever serves it too. */
  readonly policy: string | undefined;
  /** What was redacted, counted, and what was listed in vain; to be told to whoever asked. */
  readonly redacted: string | undefined;
};

export const exportAs = async (
  store: EventStore,
  interview: InterviewId,
  { to, redact = false, redactAlso = '', notes = false }: ExportWish,
  debriefOf: () => Promise<Outcome<{ readonly debrief: Debrief; readonly names: IdeaNames }>>,
): Promise<Outcome<Exported>> => {
  const listed = listOf(redactAlso);
  const redacting = redact || listed.length > 0;
  if (to === 'json' && redacting) return refused('whole-only', WHOLE_ONLY);
  const short = listed.find((word) => [...word].length < LISTED_LEAST);
  if (short !== undefined)
    return refused(
      'too-short',
      `Expected words of at least ${LISTED_LEAST} letters to redact; found “${short}”. List longer ones.`,
    );
  const file = await exportFrom(store, interview);
  if (!file.done) return file;
  const fileName = `dryrun-${interview}.${to}`;
  if (to === 'json')
    return done({
      text: JSON.stringify(file.value),
      type: TYPES.json,
      fileName,
      policy: undefined,
      redacted: undefined,
    });
  const read = await debriefOf();
  if (!read.done) return read;
  const { debrief, names } = read.value;
  const events = file.value.events.flatMap((event) => publish(event) ?? []);
  const redactWith = redacting ? listed : undefined;
  const { told, missing } = toldOf(interview, events, debrief, { notes, redact: redactWith, names });
  return done({
    text: WRITTEN[to](told),
    type: TYPES[to],
    fileName,
    policy: to === 'html' ? PAGE_POLICY : undefined,
    redacted: told.redacted && `${redactedSaid(told.redacted)}${inVain(missing)}`,
  });
};

const WHOLE_ONLY =
  'JSON is the whole interview, made to be brought in again, and is never redacted. Ask for md or html to redact, or for JSON without.';

const TYPES: Readonly<Record<ExportFormat, string>> = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

const WRITTEN: Readonly<Record<Exclude<ExportFormat, 'json'>, (told: Told) => string>> = {
  md: markdownOf,
  html: htmlOf,
};

const inVain = (missing: readonly string[]): string =>
  missing.length === 0 ? '' : ` Not found: ${missing.map((word) => `“${word}”`).join(', ')}.`;
