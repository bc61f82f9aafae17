import type { Format, Phase } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';

/** Every bar has the same scale: an hour is as long here as there. */
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
            <Bar format={format} longest={longest} />
            <ol className="mt-2 flex flex-wrap gap-x-4 gap-y-0.5 text-small">
              {format.phases.map(({ id, title, minutes }) => (
                <li key={id} className="whitespace-nowrap">
                  {title} <span className="font-mono text-muted">{minutes}</span>
                  <span className="sr-only"> minutes</span>
                </li>
              ))}
            </ol>
          </div>
        </li>
      ))}
    </ul>
  );
};

const OPENING = { vague: 'vague opening', clear: 'clear opening' } as const;

const Bar = ({ format, longest }: { readonly format: Format; readonly longest: number }) => (
  <div
    aria-hidden="true"
    className="flex h-1.5 gap-0.5"
    style={{ width: `${(100 * format.minutes) / longest}%` }}
  >
    {format.phases.map((phase) => (
      <Stretch key={phase.id} phase={phase} />
    ))}
  </div>
);

const Stretch = ({ phase }: { readonly phase: Phase }) => (
  <div
    title={`${phase.title}, ${phase.minutes} min`}
    className="rounded-[1px] bg-edge forced-colors:bg-[CanvasText]"
    style={{ flex: `${phase.minutes} 1 0` }}
  />
);
