import type { Ref } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import type { Format, Interview } from '../base/api.ts';
import { LINK } from '../base/button.ts';
import { plural } from '../base/plural.ts';
import { useSettled } from '../base/use-settled.ts';
import { AGES, ANY, isAny } from './find-interviews.ts';
import type { Age, Wanted } from './find-interviews.ts';
import { levelName, Narrow } from './narrow.tsx';

type Props = {
  readonly interviews: readonly Interview[];
  readonly formats: readonly Format[];
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  readonly found: number;
  /** What was said could not be looked through. */
  readonly failed: boolean;
  readonly field: Ref<HTMLInputElement>;
  readonly action: Action;
};

/** Words first; level, format and age beside them, where there is more than one to choose from. */
export const InterviewSearch = (props: Props) => {
  const { interviews, formats, wanted, onWanted, found, failed, field, action } = props;
  const counted = `${found} of ${plural(interviews.length, 'interview')}`;
  const told = useSettled(isAny(wanted) ? '' : counted, 500);
  const levels = [...new Set(interviews.map(({ level }) => level))].sort();
  const held = [...new Set(interviews.map(({ format }) => format))].sort();
  const titleOf = (id: string) => formats.find((format) => format.id === id)?.title ?? id;
  return (
    <search className="mb-4 block">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <label className="min-w-48 flex-1 text-small">
          <span>{action.label}</span>
          <input
            ref={field}
            type="search"
            value={wanted.query}
            onChange={({ target }) => onWanted({ ...wanted, query: target.value })}
            placeholder="Fraud, L6, November, what you said…"
            autoComplete="off"
            spellCheck={false}
            title={tooltip(action)}
            aria-keyshortcuts={action.keys.join(' ')}
            className="mt-1 block h-9 w-full rounded border border-edge bg-raised px-3 placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
          />
        </label>
        {levels.length > 1 && (
          <Narrow
            label="Level"
            value={wanted.level}
            options={[['', 'Any level'], ...levels.map((level) => [level, levelName(level)] as const)]}
            onChoose={(level) => onWanted({ ...wanted, level })}
          />
        )}
        {held.length > 1 && (
          <Narrow
            label="Format"
            value={wanted.format}
            options={[['', 'Any format'], ...held.map((id) => [id, titleOf(id)] as const)]}
            onChoose={(format) => onWanted({ ...wanted, format })}
          />
        )}
        <Narrow
          label="Date"
          value={wanted.age}
          options={AGES.map((age) => [age, AGE_NAMES[age]] as const)}
          onChoose={(age) => onWanted({ ...wanted, age: AGES.find((one) => one === age) ?? 'any' })}
        />
      </div>
      <p className="mt-2 flex min-h-7 flex-wrap items-center gap-x-3 text-muted text-small tabular-nums">
        {!isAny(wanted) && (
          <>
            <span>{counted}</span>
            <button type="button" onClick={() => onWanted(ANY)} className={`min-h-7 ${LINK}`}>
              Show all interviews
            </button>
          </>
        )}
        {failed && <span>What was said could not be looked through just now; titles and dates were.</span>}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
    </search>
  );
};

const AGE_NAMES: Readonly<Record<Age, string>> = {
  any: 'Any time',
  week: 'The last 7 days',
  month: 'The last 30 days',
  older: 'Longer ago',
};
