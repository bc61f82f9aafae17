/** The labelled interviews of `DRYRUN_DATA`, with what is counted in each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContentFolder, readTranscript, Transcript } from '@dryrun/app';
import { recordOf, shownOf } from '@dryrun/assessor';
import type { InterviewRecord, Shown } from '@dryrun/assessor';
import { compile } from '@dryrun/content';
import type { Catalogue } from '@dryrun/content';
import { Dimension, Level } from '@dryrun/domain';
import { z } from 'zod';

const Truth = z.object({
  performedAt: Level,
  variant: z.string(),
  bands: z.record(Dimension, z.enum(['below', 'meets', 'exceeds'])),
  evidence: z.array(
    z.object({
      turn: z.number(),
      quote: z.string(),
      dimension: Dimension,
      polarity: z.enum(['strength', 'concern']),
      why: z.string(),
    }),
  ),
  redFlags: z.array(z.string()),
});

export type Labelled = {
  readonly name: string;
  readonly system: string;
  readonly transcript: Transcript;
  readonly truth: z.infer<typeof Truth>;
  readonly record: InterviewRecord;
  readonly shown: Shown;
};

export const catalogueOf = async (): Promise<Catalogue> =>
  compile(await readContentFolder(join(import.meta.dirname, '../../content'))).value;

export const labelledIn = (catalogue: Catalogue, data: string | undefined): readonly Labelled[] => {
  const folder = join(data ?? '', 'transcripts');
  if (data === undefined || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.truth.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.truth.json'.length);
      const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));
      const transcript = Transcript.parse(read(`${name}.json`));
      const record = recordIn(catalogue, transcript);
      return {
        name,
        system: transcript.scenario,
        transcript,
        truth: Truth.parse(read(file)),
        record,
        shown: shownOf(record),
      };
    });
};

export const recordIn = (catalogue: Catalogue, transcript: Transcript): InterviewRecord => {
  const read = readTranscript(catalogue, transcript);
  if (!read.done) throw new Error(read.refusal.message);
  const record = recordOf(read.value.events, read.value.content);
  if (!record) throw new Error('Expected a log that begins with its opening.');
  return record;
};
