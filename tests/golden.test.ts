import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '@dryrun/assessor';
import { ContentHash, Debrief, StoredEvent } from '@dryrun/domain';
import type { HeldContent } from '@dryrun/domain';
import { folded, publish, viewAt } from '@dryrun/interview';
import { describe, expect, it } from 'vitest';
import { debriefOf, heldFrom, Steps, toLines, transcriptOf } from './testing/golden.ts';

const folders = (name: string) => {
  const folder = join(import.meta.dirname, name);
  return existsSync(folder) ? readdirSync(folder).map((entry) => join(folder, entry)) : [];
};
const text = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');
const heldBy = (folder: string): HeldContent => JSON.parse(text(folder, 'held.json'));

/** `npm run golden` makes them anew from their steps; read the difference before you keep it. */
describe.each(folders('golden'))('the golden interview in %s', (folder) => {
  const content = heldBy(folder);
  const log = heldFrom(
    Steps.parse(JSON.parse(text(folder, 'steps.json'))),
    content,
    ContentHash.parse('c'.repeat(64)),
  );

  it('LOG9 is held again to the byte', () => expect(toLines(log)).toBe(text(folder, 'log.jsonl')));
  it('LOG14 reads as it read', () => expect(transcriptOf(log)).toBe(text(folder, 'transcript.md')));
  it('AS9 is judged as it was', () => expect(debriefOf(log, content)).toBe(text(folder, 'debrief.json')));
});

/** Kept for ever, one folder for each that a release wrote: they open, whatever the interviewer would do today. */
describe.each(folders('old-logs'))('the old log in %s', (folder) => {
  const lines = text(folder, 'log.jsonl').trim().split('\n');
  const log = lines.map((line) => StoredEvent.parse(JSON.parse(line)));

  it('LOG4 LOG10 folds to what it folded to', () => {
    const state = folded(log);
    expect(state).toMatchObject({ status: 'closed', version: log.length });
    expect(log.flatMap((event) => publish(event) ?? []).length).toBeGreaterThan(0);
  });
  it('LOG14 reads as it read', () => expect(transcriptOf(log)).toBe(text(folder, 'transcript.md')));
  it('LOG7 can be judged anew with the content it was held with', () => {
    expect(Debrief.parse(assess(log, heldBy(folder))).dimensions).toHaveLength(8);
    expect(viewAt(log, { version: 1 }).turns).toEqual([]);
  });
});
