import type { Format, Phase } from './api.ts';

type Props = { readonly format: Format; readonly longest: number };

/** How a format's minutes are spent. Bars of one `longest` have one scale: an hour is as long here as there. */
export const PhaseBar = ({ format, longest }: Props) => (
  <>
    <div
      aria-hidden="true"
      className="flex h-1.5 gap-0.5"
      style={{ width: `${(100 * format.minutes) / longest}%` }}
    >
      {format.phases.map((phase) => (
        <Stretch key={phase.id} phase={phase} />
      ))}
    </div>
    <ol className="mt-2 flex flex-wrap gap-x-4 gap-y-0.5 text-small">
      {format.phases.map(({ id, title, minutes }) => (
        <li key={id} className="whitespace-nowrap">
          {title} <span className="font-mono text-muted">{minutes}</span>
          <span className="sr-only"> minutes</span>
        </li>
      ))}
    </ol>
  </>
);

const Stretch = ({ phase }: { readonly phase: Phase }) => (
  <div
    title={`${phase.title}, ${phase.minutes} min`}
    className="rounded-[1px] bg-edge forced-colors:bg-[CanvasText]"
    style={{ flex: `${phase.minutes} 1 0` }}
  />
);
