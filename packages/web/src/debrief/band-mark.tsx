import type { Band } from '@dryrun/domain';
import { BAND_TITLES } from '@dryrun/domain';
import { scaleOf } from './bands.ts';

/** In words first; the mark beside them is for the eye that runs down the rows. */
export const BandMark = ({ band }: { readonly band: Band }) => (
  <span className="flex items-center gap-3">
    <span aria-hidden="true" className="relative flex w-16 items-center justify-between">
      <span className={`absolute inset-x-1 top-1/2 h-px ${band === 'not-shown' ? '' : 'bg-line'}`} />
      {scaleOf(band).map((marked, index) => (
        <span
          key={index}
          className={`relative rounded-full border ${marked ? 'size-3.5 border-ink bg-ink forced-colors:bg-[CanvasText]' : `size-2.5 bg-paper ${band === 'not-shown' ? 'border-edge border-dashed' : 'border-edge'}`}`}
        />
      ))}
    </span>
    <span className={band === 'not-shown' ? 'text-muted' : 'font-strong'}>{BAND_TITLES[band]}</span>
  </span>
);
