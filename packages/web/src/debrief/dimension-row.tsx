import type { DimensionReading } from '@dryrun/domain';
import { BandMark } from './band-mark.tsx';
import { BAND_TITLES, DIMENSION_TITLES, nothingQuoted } from '@dryrun/domain';
import { Contest } from './contest.tsx';
import { MARKS } from './contesting.ts';
import { dimensionId } from './marks-overview.tsx';
import { EvidenceList } from './evidence-list.tsx';
import type { Press } from './evidence-list.tsx';

type Props = { readonly reading: DimensionReading; readonly onPress: Press };

export const DimensionRow = ({ reading, onPress }: Props) => (
  <li className="border-line border-t py-4">
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
      <h3 id={dimensionId(reading.id)} className="scroll-mt-4 font-strong">
        {DIMENSION_TITLES[reading.id]}
      </h3>
      <div className="w-44">
        <BandMark band={reading.band} />
      </div>
    </div>
    <div className="mt-3 max-w-[40rem]">
      <EvidenceList evidence={reading.evidence} onPress={onPress} />
      {reading.evidence.length === 0 && (
        <p className="text-muted text-small">{nothingQuoted(reading.band)}</p>
      )}
      {reading.wouldMove.length > 0 && (
        <div className="mt-3 text-small">
          <h4 className="text-muted">What would have moved this mark</h4>
          <ul>
            {reading.wouldMove.map((text, index) => (
              <li key={text} className="text-pretty">
                {index > 0 && <span className="text-muted">Or: </span>}
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Contest
        mark={MARKS.dimension(reading.id)}
        name={`${DIMENSION_TITLES[reading.id]} (${BAND_TITLES[reading.band]})`}
      />
    </div>
  </li>
);
