import type { ContentHash } from '@dryrun/domain';
import type { Contested } from '@dryrun/interview';
import { useMemo } from 'react';
import { newId } from '../base/new-id.ts';
import { sendCommand } from '../room/room-api.ts';
import type { Contesting } from './contest-context.ts';

/** What was written comes back by the event stream, as it does in every other page of this interview. */
export const useContest = (
  interview: string,
  contested: readonly Contested[],
  debrief: ContentHash,
): Contesting =>
  useMemo(
    () => ({
      interview,
      debrief,
      contested,
      contest: async (mark, reason) => {
        await sendCommand(interview, newId('contest'), { type: 'ContestReading', debrief, mark, reason });
      },
    }),
    [interview, contested, debrief],
  );
