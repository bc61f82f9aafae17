import type { Palette } from '@dryrun/domain';
import { hasField, request } from '../base/request.ts';

let asked: Promise<Palette> | undefined;

/** What a box can be; asked for once, and again only after it could not be had. */
export const fetchPalette = (): Promise<Palette> => {
  asked ??= request({ path: '/api/palette', isAnswer: hasField<Palette>('kinds', Array.isArray) }).catch(
    (reason: unknown) => {
      asked = undefined;
      throw reason;
    },
  );
  return asked;
};
