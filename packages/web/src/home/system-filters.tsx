import { idSaid } from '@dryrun/domain';
import type { Library } from '../base/api.ts';
import { levelName, Narrow } from './narrow.tsx';
import { byFamily } from './families.ts';
import type { Narrowed } from './narrow-systems.ts';

type Props = {
  /** Undefined while it comes: then there is nothing to choose from yet, and the room is kept. */
  readonly library: Library | undefined;
  readonly by: Narrowed;
  readonly onNarrow: (by: Narrowed) => void;
};

export const SystemFilters = ({ library, by, onNarrow }: Props) => {
  const systems = library?.systems ?? [];
  const guides = [...new Set(systems.flatMap((system) => system.guides))].sort();
  return (
    <div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-4">
      <Narrow
        label="Family"
        value={by.family}
        options={[
          ['', 'Any family'],
          ...byFamily(systems).map(
            ({ id, title, systems: own }) => [id, `${title} (${own.length})`] as const,
          ),
        ]}
        onChoose={(family) => onNarrow({ ...by, family })}
      />
      <Narrow
        label="Level it is asked at"
        value={by.level}
        options={[
          ['', 'Any level'],
          ...(library?.levels ?? []).map(({ id }) => [id, levelName(id)] as const),
        ]}
        onChoose={(level) => onNarrow({ ...by, level })}
      />
      <Narrow
        label="Guide it comes from"
        value={by.guide}
        options={[['', 'Any guide'], ...guides.map((id) => [id, idSaid(id)] as const)]}
        onChoose={(guide) => onNarrow({ ...by, guide })}
      />
      <Narrow
        label="Fact sheet"
        value={by.sheet}
        options={SHEETS}
        onChoose={(sheet) => onNarrow({ ...by, sheet: SHEETS.find(([id]) => id === sheet)?.[0] ?? '' })}
      />
    </div>
  );
};

const SHEETS = [
  ['', 'Any facts'],
  ['own', 'With a fact sheet'],
  ['none', 'Without one'],
] as const;
