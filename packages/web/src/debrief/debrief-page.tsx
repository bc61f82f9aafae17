import type { View } from '@dryrun/interview';
import { idSaid, levelSaid } from '@dryrun/domain';
import { clockFace } from '../base/interview-time.ts';
import { ContestContext } from './contest-context.ts';
import { Contest } from './contest.tsx';
import { MARKS } from './contesting.ts';
import type { NamedDebrief } from './debrief-api.ts';
import { DebriefNav } from './debrief-nav.tsx';
import { DebriefPart } from './debrief-part.tsx';
import { Heard, Hints, Missed, RedFlags } from './debrief-parts.tsx';
import { DimensionRow } from './dimension-row.tsx';
import type { Press } from './evidence-list.tsx';
import { Letter, Points } from './letter.tsx';
import { MarksOverview } from './marks-overview.tsx';
import { OwnBoard } from './own-board.tsx';
import { PlacesContext } from './places-context.ts';
import type { Places } from './places-context.ts';
import { Provenance } from './provenance.tsx';
import { ReferencePart } from './reference-part.tsx';
import { useContest } from './use-contest.ts';
import { useMarkedElement } from './use-marked-element.ts';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly debrief: NamedDebrief;
  readonly onPress: Press;
  readonly onRun: (run: string) => void;
};

/** The level at one glance and the letter, then the marks with what they rest on, then everything that qualifies them. */
export const DebriefPage = ({ interview, view, debrief, onPress, onRun }: Props) => {
  const contesting = useContest(interview, view.contested, debrief.hash);
  const { board, runs, turns } = view;
  const { marked, mark, back, part } = useMarkedElement();
  const places: Places = {
    toRun: runs.length > 0 ? onRun : undefined,
    toElement: board.components.length > 0 ? mark : undefined,
    timeOf: (turn) => {
      const said = turns.find((one) => one.turn === turn);
      return said && clockFace(said.atMs);
    },
  };
  return (
    <PlacesContext value={places}>
      <ContestContext value={contesting}>
        <DebriefNav of={debrief} />
        <DebriefPart id="level" title="Level">
          <p className="font-strong">{levelSaid(debrief.levelReading)}</p>
          <p className="max-w-measure text-pretty font-serif">{debrief.levelReading.why}</p>
          <Contest mark={MARKS.level} name="the level" />
        </DebriefPart>
        <div className="mt-10">
          <Letter letter={debrief.debrief} />
        </div>
        <Contest mark={MARKS.letter} name="the letter" />
        <DebriefPart id="dimensions" title="Eight dimensions">
          <MarksOverview of={debrief.dimensions} />
          <ul className="border-line border-b">
            {debrief.dimensions.map((reading) => (
              <DimensionRow key={reading.id} reading={reading} onPress={onPress} />
            ))}
          </ul>
        </DebriefPart>
        {debrief.concepts.length > 0 && (
          <div className="mt-4">
            <Heard of={debrief.concepts} names={debrief.names} onPress={onPress} />
          </div>
        )}
        {board.components.length > 0 && <OwnBoard board={board} marked={marked} part={part} onBack={back} />}
        <DebriefPart id="safety" title="Safety and fairness">
          <p className="max-w-measure text-pretty font-serif">{debrief.safety}</p>
          <Contest mark={MARKS.safety} name="the reading of safety and fairness" />
        </DebriefPart>
        {debrief.missed.length > 0 && (
          <DebriefPart id="missed" title="Moments, and what the next level says there">
            <Missed of={debrief.missed} names={debrief.names} onPress={onPress} />
          </DebriefPart>
        )}
        <DebriefPart id="hints" title="Hints">
          <Hints of={debrief.hints} onPress={onPress} />
        </DebriefPart>
        {debrief.redFlags.length > 0 && (
          <DebriefPart id="flags" title="Red flags">
            <RedFlags of={debrief.redFlags} onPress={onPress} />
          </DebriefPart>
        )}
        <ReferencePart
          interview={interview}
          level={debrief.level}
          board={board}
          hasSheet={debrief.sheet === 'scenario'}
        />
        <DebriefPart id="next" title="What to practise next">
          <div className="max-w-measure font-serif">
            <Points
              points={debrief.debrief.next}
              none="Nothing was read that leads anywhere in particular."
            />
          </div>
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
        <Provenance debrief={debrief} title={view.plan?.title ?? idSaid(debrief.scenario)} />
      </ContestContext>
    </PlacesContext>
  );
};
