import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import type { Library, System } from '../base/api.ts';
import { PRIMARY } from '../base/button.ts';
import { PhaseBar } from '../base/phase-bar.tsx';
import { plural } from '../base/plural.ts';
import { Dot } from '../base/dot.tsx';
import { SHEET_WORDS } from '../base/sheet-words.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { optionsOf } from './choices.ts';
import type { Choices } from './choices.ts';
import { EquipmentLine } from './equipment-line.tsx';
import { SetUpForm } from './set-up-form.tsx';
import type { useEquipment } from './use-equipment.ts';

type Props = {
  readonly library: Library;
  /** None is a surprise. */
  readonly system: System | undefined;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly opening:
    | { readonly state: 'idle' | 'opening' }
    | { readonly state: 'failed'; readonly problem: ApiProblem };
  readonly begin: Action;
  readonly button: Ref<HTMLButtonElement>;
  readonly check: Action;
  readonly equipment: Pick<ReturnType<typeof useEquipment>, 'checked' | 'skip'>;
};

/** The problem and the way in on the left, the choices beside them. */
export const SetUp = (props: Props) => {
  const { library, system, choices, onChoose, opening, begin, button, check, equipment } = props;
  const format = library.formats.find(({ id }) => id === choices.format);
  const busy = opening.state === 'opening';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        begin.run();
      }}
      className={SET_UP}
    >
      <div>
        <h1 className="text-balance font-normal font-serif text-display">
          {system?.title ?? 'Let it be a surprise'}
        </h1>
        <p className="mt-4 max-w-measure text-pretty font-serif text-large">
          {system?.prompt ??
            `One of ${plural(library.systems.length, 'system')}, drawn when you begin. Those you have not sat yet come first.`}
        </p>
        {system && (
          <p className="mt-4 flex max-w-measure items-baseline gap-2.5 text-pretty text-muted text-small">
            <Dot filled={system.hasSheet} />
            {SHEET_WORDS[system.hasSheet ? 'own' : 'none']}
          </p>
        )}
      </div>
      <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <SetUpForm options={optionsOf(library)} choices={choices} onChange={onChoose} />
      </div>
      <div className="lg:col-start-1">
        {format && (
          <div className="mb-8">
            <PhaseBar format={format} longest={format.minutes} />
          </div>
        )}
        {opening.state === 'failed' ? (
          <ProblemNote
            title="The interview could not be opened"
            problem={opening.problem}
            retrying={busy}
            onRetry={begin.run}
          />
        ) : (
          <button
            ref={button}
            type="submit"
            aria-disabled={busy}
            title={tooltip(begin)}
            className={`h-12 w-full sm:w-60 ${PRIMARY}`}
          >
            {busy ? 'Opening…' : 'Begin'}
          </button>
        )}
        <p className="mt-3 max-w-measure text-muted text-small">
          The clock starts with the first words. You can pause, and come back to any moment later.
        </p>
        {choices.mode === 'real' && (
          <EquipmentLine checked={equipment.checked} check={check} skip={equipment.skip} />
        )}
      </div>
    </form>
  );
};

export const SET_UP =
  'grid gap-x-16 gap-y-10 pt-8 pb-12 lg:grid-cols-[26rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:pt-12';
