// Holds the golden interviews anew from their steps: `npm run golden`. With a name that has no held.json yet, it is held
// with today's content. What changed is in `git diff`; it is the interviewer's behaviour, so read it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '@dryrun/app';
import { hold } from '@dryrun/content';
import { ContentHash } from '@dryrun/domain';
import type { HeldContent } from '@dryrun/domain';
import { debriefOf, heldFrom, Steps, toLines, transcriptOf } from '../tests/testing/golden.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const catalogue = await loadCatalogue(join(root, 'content'));

const heldWith = (folder: string, { terms }: Steps): HeldContent => {
  const path = join(folder, 'held.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const held = hold(catalogue, terms);
  if ('code' in held) throw new Error(held.message);
  writeFileSync(path, `${JSON.stringify(held.content)}\n`);
  return held.content;
};

for (const name of readdirSync(join(root, 'tests/golden'))) {
  const folder = join(root, 'tests/golden', name);
  const steps = Steps.parse(JSON.parse(readFileSync(join(folder, 'steps.json'), 'utf8')));
  const content = heldWith(folder, steps);
  const log = heldFrom(steps, content, ContentHash.parse('c'.repeat(64)));
  writeFileSync(join(folder, 'log.jsonl'), toLines(log));
  writeFileSync(join(folder, 'transcript.md'), transcriptOf(log));
  writeFileSync(join(folder, 'debrief.json'), debriefOf(log, content));
  process.stdout.write(`${name}: ${log.length} events\n`);
}
