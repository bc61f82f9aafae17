import type { Format } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { PhaseBar } from '../base/phase-bar.tsx';

export const FormatList = ({ formats }: { readonly formats: readonly Format[] }) => {
  const longest = Math.max(...formats.map(({ minutes }) => minutes));
  const byLength = formats.toSorted((a, b) => a.minutes - b.minutes);
  return (
    <ul className="grid gap-y-6">
      {byLength.map((format) => (
        <li key={format.id} className={KEY_AND_VALUE}>
          <div>
            <h3>{format.title}</h3>
            <p className="text-muted text-small">
              <span className="font-mono">{format.minutes}</span> min, {OPENING[format.opening]}
            </p>
          </div>
          <div className="pt-2.5">
            <PhaseBar format={format} longest={longest} />
          </div>
        </li>
      ))}
    </ul>
  );
};

const OPENING = { vague: 'vague opening', clear: 'clear opening' } as const;
