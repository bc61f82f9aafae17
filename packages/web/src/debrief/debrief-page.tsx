import type { Debrief } from '@dryrun/domain';
import { levelReadingOf } from './bands.ts';
import { DebriefPart } from './debrief-part.tsx';
import { Heard, Hints, Missed, RedFlags } from './debrief-parts.tsx';
import { DimensionRow } from './dimension-row.tsx';
import type { Press } from './evidence-list.tsx';
import { Letter } from './letter.tsx';
import { Provenance } from './provenance.tsx';

type Props = { readonly debrief: Debrief; readonly onPress: Press };

/** A letter first, then the marks with what they rest on, then everything that qualifies them. */
export const DebriefPage = ({ debrief, onPress }: Props) => (
  <>
    <Letter letter={debrief.debrief} />
    <DebriefPart id="level" title="Level">
      <p className="font-strong">{levelReadingOf(debrief.levelReading)}</p>
      <p className="max-w-measure text-pretty font-serif">{debrief.levelReading.why}</p>
    </DebriefPart>
    <DebriefPart id="dimensions" title="Eight dimensions">
      <ul className="border-line border-b">
        {debrief.dimensions.map((reading) => (
          <DimensionRow key={reading.id} reading={reading} onPress={onPress} />
        ))}
      </ul>
    </DebriefPart>
    {debrief.concepts.length > 0 && (
      <div className="mt-4">
        <Heard of={debrief.concepts} onPress={onPress} />
      </div>
    )}
    {debrief.redFlags.length > 0 && (
      <DebriefPart id="flags" title="Red flags">
        <RedFlags of={debrief.redFlags} onPress={onPress} />
      </DebriefPart>
    )}
    <DebriefPart id="safety" title="Safety and fairness">
      <p className="max-w-measure text-pretty font-serif">{debrief.safety}</p>
    </DebriefPart>
    {debrief.missed.length > 0 && (
      <DebriefPart id="missed" title="Moments, and what the next level says there">
        <Missed of={debrief.missed} onPress={onPress} />
      </DebriefPart>
    )}
    <DebriefPart id="hints" title="Hints">
      <Hints of={debrief.hints} onPress={onPress} />
    </DebriefPart>
    {debrief.cannotRead.length > 0 && (
      <DebriefPart id="cannot" title="What this reading cannot see">
        <ul className="max-w-measure text-small">
          {debrief.cannotRead.map((text) => (
            <li key={text} className="border-line border-t py-2 text-pretty">
              {text}
            </li>
          ))}
        </ul>
      </DebriefPart>
    )}
    <Provenance debrief={debrief} />
  </>
);
