import type { Stretch } from './phase-line.ts';

type Props = {
  readonly stretches: readonly Stretch[];
  readonly thick: boolean;
  readonly goal: string | undefined;
};

export const PhaseLine = ({ stretches, thick, goal }: Props) => {
  const current = stretches.findIndex(({ state }) => state === 'now');
  return (
    <>
      <ol aria-label="Phases" className="mt-2 flex gap-x-1.5">
        {stretches.map((stretch) => (
          <li
            key={stretch.id}
            aria-current={stretch.state === 'now' ? 'step' : undefined}
            title={`${stretch.title}, ${stretch.minutes} min`}
            className="min-w-0"
            style={{ flex: `${stretch.minutes} 1 0` }}
          >
            <div aria-hidden="true" className="flex h-2 items-center">
              <Track stretch={stretch} thick={thick} />
            </div>
            <p
              className={`mt-0.5 truncate text-small first-letter:uppercase max-md:sr-only ${stretch.state === 'now' ? '' : 'text-muted'}`}
            >
              {stretch.title}
              <span className="sr-only">{SAID[stretch.state]}</span>
            </p>
          </li>
        ))}
      </ol>
      {current >= 0 && (
        <p aria-hidden="true" className="text-small first-letter:uppercase md:hidden">
          {stretches[current]?.title}
          <span className="text-muted">
            , {current + 1} of {stretches.length}
          </span>
        </p>
      )}
      {goal !== undefined && (
        <p role="note" aria-label="The goal of this phase" className="mt-1 text-pretty text-small">
          <span className="text-muted">Goal:</span> {goal}
        </p>
      )}
    </>
  );
};

const Track = ({ stretch, thick }: { readonly stretch: Stretch; readonly thick: boolean }) => {
  const now = stretch.state === 'now';
  return (
    <div
      className={`w-full overflow-hidden rounded-[1px] bg-line transition-[height] forced-colors:border ${now && thick ? 'h-2' : now ? 'h-1' : 'h-0.5'}`}
    >
      <div
        className={`h-full forced-colors:bg-[Highlight] ${now ? 'bg-accent' : 'bg-edge'}`}
        style={{ width: `${100 * stretch.filled}%` }}
      />
    </div>
  );
};

const SAID = { past: ', over', now: ', now', ahead: '' } as const;
