import type { Debrief } from '@dryrun/domain';
import { apiPathOf } from '../base/api.ts';
import { hasField, request } from '../base/request.ts';

export const fetchDebrief = (interview: string, signal?: AbortSignal): Promise<Debrief> =>
  request({
    path: apiPathOf(interview, '/debrief'),
    signal,
    isAnswer: hasField<Debrief>('dimensions', Array.isArray),
  });
