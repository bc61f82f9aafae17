import type { CandidateAction } from '@dryrun/domain';
import type { PublicEvent, View } from '@dryrun/interview';
import { apiPathOf, isNamed } from '../base/api.ts';
import type { Named } from '../base/api.ts';
import { hasField, isNothing, request } from '../base/request.ts';

const isNumber = (value: unknown) => typeof value === 'number';

export const fetchView = (interview: string, signal?: AbortSignal): Promise<View> =>
  request({ path: apiPathOf(interview), signal, isAnswer: hasField<View>('turns', Array.isArray) });

export const sendCommand = (interview: string, id: string, action: CandidateAction) =>
  request({
    method: 'POST',
    path: apiPathOf(interview, '/commands'),
    body: { id, action },
    isAnswer: hasField<{ readonly from: number; readonly to: number }>('to', isNumber),
  });

/** Another interview that begins with this one's events up to a version. */
export const forkInterview = (interview: string, id: string, version: number): Promise<Named> =>
  request({ method: 'POST', path: apiPathOf(interview, '/forks'), body: { id, version }, isAnswer: isNamed });

export const deleteInterview = (interview: string): Promise<undefined> =>
  request({ method: 'DELETE', path: apiPathOf(interview), isAnswer: isNothing });

export const isPublicEvent = hasField<PublicEvent>('version', isNumber);
