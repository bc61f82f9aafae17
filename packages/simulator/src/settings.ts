/** Settings as they were checked: numbers in seconds, bytes, dollars and shares; and the service that three of them say. */
import type { Values } from '@dryrun/design';
import type { Service, ServiceShape } from './model.ts';

export const number = (values: Values, name: string): number | undefined => {
  const value = values[name];
  return typeof value === 'number' ? value : undefined;
};
export const word = (values: Values, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

const SHAPE: Readonly<Record<string, ServiceShape>> = {
  exponential: 'exponential',
  constant: 'constant',
  erlang: 'erlang',
  lognormal: 'lognormal',
  hyperexponential: 'hyperexponential',
};
const USUAL_CV2: Readonly<Record<ServiceShape, number>> = {
  none: 0,
  constant: 0,
  exponential: 1,
  erlang: 0.5,
  lognormal: 1,
  hyperexponential: 4,
};

export const serviceOf = (
  meanS: number | undefined,
  distribution: string | undefined,
  cv2: number | undefined,
): Service => {
  if (meanS === undefined || meanS === 0) return { shape: 'none', meanS: 0, cv2: 0 };
  const shape = SHAPE[distribution ?? 'exponential'] ?? 'exponential';
  switch (shape) {
    case 'none':
    case 'constant':
      return { shape, meanS, cv2: 0 };
    case 'exponential':
      return { shape, meanS, cv2: 1 };
    case 'erlang': {
      // The nearest number of stages, and what that gives.
      const stages = Math.max(1, Math.round(1 / Math.min(1, Math.max(cv2 ?? USUAL_CV2.erlang, 0.01))));
      return { shape, meanS, cv2: 1 / stages };
    }
    case 'hyperexponential':
      return { shape, meanS, cv2: Math.max(1, cv2 ?? USUAL_CV2.hyperexponential) };
    case 'lognormal':
      return { shape, meanS, cv2: cv2 ?? USUAL_CV2.lognormal };
  }
};
