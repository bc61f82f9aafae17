/**
 * The same interviews said again in other words, by somebody who saw neither the vocabulary nor the labels: three voices each.
 * Only the answers are kept here; the questions are those of the labelled interviews.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownOf } from '@dryrun/assessor';
import type { Catalogue } from '@dryrun/content';
import { z } from 'zod';
import { recordIn } from './labelled.ts';
import type { Labelled } from './labelled.ts';

const Copy = z.object({ of: z.string(), voice: z.string(), answers: z.array(z.string()) });

export type Paraphrased = { readonly voice: string; readonly original: Labelled; readonly copy: Labelled };

export const paraphrasedOf = (
  catalogue: Catalogue,
  labelled: readonly Labelled[],
): readonly Paraphrased[] => {
  const folder = join(import.meta.dirname, 'paraphrased');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const { of, voice, answers } = Copy.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const original = labelled.find(({ name }) => name === of);
      if (!original) return [];
      const left = [...answers];
      const turns = original.transcript.turns.map((turn) =>
        turn.speaker === 'candidate' ? { ...turn, text: left.shift() ?? '' } : turn,
      );
      const transcript = { ...original.transcript, turns };
      const record = recordIn(catalogue, transcript);
      return [{ voice, original, copy: { ...original, transcript, record, shown: shownOf(record) } }];
    });
};
