import { isNamed } from '../base/api.ts';
import type { Named } from '../base/api.ts';
import { request } from '../base/request.ts';
import type { Choices } from './choices.ts';

/** Opened once under this id, however often it is asked for. */
export const openInterview = (id: string, system: string, choices: Choices): Promise<Named> =>
  request({ method: 'POST', path: '/api/interviews', body: { id, system, ...choices }, isAnswer: isNamed });
