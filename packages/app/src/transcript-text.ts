/**
 * Reads a transcript from its text. Every refusal says what was expected, what was found, and where.
 *
 *     { "scenario": …, "turns": [ … ] }          JSON
 *     Interviewer: …  Candidate: …               Markdown or plain text; a heading or “Scenario: slug” may say the system
 */
import type { Level } from '@dryrun/domain';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { Transcript } from './transcript.ts';

export type TranscriptOptions = {
  readonly level?: Level | undefined;
  readonly scenario?: string | undefined;
};

const TEXT_MOST = 20_000_000;

export const parseTranscript = (text: string, options: TranscriptOptions = {}): Outcome<Transcript> => {
  if (text.includes('\u0000'))
    return refused('not-text', 'Expected a transcript as text; found bytes that are no text.');
  if (text.length > TEXT_MOST)
    return refused('too-long', `Expected a transcript of at most ${TEXT_MOST / 1e6} MB; this one is longer.`);
  if (text.trim() === '') return refused('empty', 'Expected a transcript; the file is empty.');
  return text.trimStart().startsWith('{') ? fromJson(text, options) : fromLines(text, options);
};

const fromJson = (text: string, options: TranscriptOptions): Outcome<Transcript> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    return refused(
      'not-json',
      `This begins like JSON and is none: ${fault instanceof Error ? fault.message : 'unreadable'}.`,
    );
  }
  return checked({ ...(value as object), ...given(options) });
};

const given = ({ level, scenario }: TranscriptOptions) => ({
  ...(level === undefined ? {} : { level }),
  ...(scenario === undefined ? {} : { scenario }),
});

const checked = (value: unknown): Outcome<Transcript> => {
  const read = Transcript.safeParse(value);
  if (!read.success) {
    const [first] = read.error.issues;
    const at = first?.path.join('.') ?? '';
    return refused(
      'wrong-shape',
      `Expected a transcript with scenario and turns, each with speaker and text. ${at === '' ? '' : `At ${at}: `}${first?.message ?? 'unreadable'}.`,
    );
  }
  const times = read.data.turns.flatMap(({ at }, turn) => (at === undefined ? [] : [{ at, turn }]));
  const back = times.find(({ at }, index) => at < (times[index - 1]?.at ?? 0));
  if (back)
    return refused(
      'out-of-order',
      `Expected turns in the order they were said; turn ${back.turn} is at ${back.at} s, before the one ahead of it.`,
    );
  return done(read.data);
};

const SPEAKER =
  /^\s*(?:[-*>]\s*)?(?:\*\*|__)?\s*(interviewer|candidate|i|c)\s*(?:\([^)]*\))?\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.*)$/i;
const SCENARIO = /^\s*(?:#+\s*)?(?:scenario|system)\s*:\s*([a-z0-9-]+)\s*$/i;
const LEVEL = /^\s*(?:#+\s*)?level\s*:\s*(\S+)\s*$/i;

/** Of a transcript with headings between its parts: what follows one was said by nobody, until somebody speaks. */
const HEADING = /^#{2,6}\s/;

const fromLines = (text: string, options: TranscriptOptions): Outcome<Transcript> => {
  const turns: { speaker: string; text: string }[] = [];
  let scenario = options.scenario;
  let level: string | undefined = options.level;
  let speaking = false;
  for (const line of text.split(/\r?\n/)) {
    const [, role, words] = SPEAKER.exec(line) ?? [];
    if (role !== undefined) {
      turns.push({
        speaker: role.toLowerCase().startsWith('i') ? 'interviewer' : 'candidate',
        text: words ?? '',
      });
      speaking = true;
      continue;
    }
    if (HEADING.test(line)) speaking = false;
    const last = turns.at(-1);
    if (last) {
      if (!speaking) continue;
      last.text = `${last.text}\n${line}`.trim();
      continue;
    }
    scenario ??= SCENARIO.exec(line)?.[1]?.toLowerCase();
    level ??= LEVEL.exec(line)?.[1];
  }
  if (turns.length === 0)
    return refused(
      'no-turns',
      'Expected JSON, or lines that begin with “Interviewer:” and “Candidate:”; found neither.',
    );
  return checked({ scenario: scenario ?? 'any-system', ...(level === undefined ? {} : { level }), turns });
};
