import type { View } from '@dryrun/interview';
import { useRef, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { newId } from '../base/new-id.ts';
import { interviewPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { forkInterview, sendCommand } from './room-api.ts';

/** “Answer again from here”: another interview that begins with this one up to a version. */
export const useBranch = (interview: string, status: View['status']) => {
  const [problem, setProblem] = useState<ApiProblem>();
  const busy = useRef(false);
  const branch = async (version: number) => {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    try {
      const { interview: other } = await forkInterview(interview, newId('fork'), version);
      // Nobody is in two rooms: the clock of the one that is left stands. It may have ended meanwhile, which is as well.
      if (status === 'running')
        await sendCommand(interview, newId('left'), { type: 'Pause' }).catch(() => undefined);
      go(interviewPath(other));
    } catch (reason) {
      setProblem(problemOf(reason));
    } finally {
      busy.current = false;
    }
  };
  return { branch, problem, forgetProblem: () => setProblem(undefined) };
};
