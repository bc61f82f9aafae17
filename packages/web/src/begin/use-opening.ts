import { useRef, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { newId } from '../base/new-id.ts';
import { interviewPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { openInterview } from './begin-api.ts';
import type { Choices } from './choices.ts';

type Opening =
  | { readonly state: 'idle' | 'opening' }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

/** Opens one interview, and goes to it. Asked again after a failure it is the same one: the id stays. */
export const useOpening = () => {
  const [opening, setOpening] = useState<Opening>({ state: 'idle' });
  const attempt = useRef<{ readonly id: string; readonly wish: string } | undefined>(undefined);

  const open = async (system: string, choices: Choices) => {
    if (opening.state === 'opening') return;
    setOpening({ state: 'opening' });
    const wish = JSON.stringify({ system, ...choices });
    if (attempt.current?.wish !== wish) attempt.current = { id: newId('open'), wish };
    try {
      const { interview } = await openInterview(attempt.current.id, system, choices);
      go(interviewPath(interview));
    } catch (reason) {
      setOpening({ state: 'failed', problem: problemOf(reason) });
    }
  };
  return { opening, open };
};
