import type { Dimension } from '@dryrun/domain';
import { CHOICE } from './choice-group.tsx';
import { DIMENSIONS } from './choices.ts';

type Props = {
  readonly chosen: readonly Dimension[];
  readonly onChoose: (chosen: readonly Dimension[]) => void;
};

/** Any of the eight, or none: what the interviewer comes back to before the rest. */
export const FocusGroup = ({ chosen, onChoose }: Props) => (
  <fieldset>
    <legend className="mb-2 font-strong">Focus</legend>
    <div className="flex flex-wrap gap-1.5">
      {DIMENSIONS.map(([id, title]) => (
        <label key={id} className={CHOICE}>
          <input
            type="checkbox"
            name="focus"
            value={id}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
            className="sr-only"
          />
          {title}
        </label>
      ))}
    </div>
    <p className="mt-2 min-h-6 max-w-measure text-pretty text-muted text-small">
      {chosen.length === 0
        ? 'Everything alike.'
        : 'Where there is a choice, these are asked about first. All eight are marked as always.'}
    </p>
  </fieldset>
);
