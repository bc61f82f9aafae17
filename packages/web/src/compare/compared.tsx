import type { View } from '@dryrun/interview';
import { useState } from 'react';
import { tooltip } from '../base/actions.ts';
import type { Action } from '../base/actions.ts';
import { nothingFloats } from '../base/floating.ts';
import { clockFace } from '../base/interview-time.ts';
import { PageHeader } from '../base/page-header.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { interviewPath, replayPath } from '../base/route.ts';
import { go } from '../base/router.ts';
import { useFrame } from '../base/use-frame.ts';
import type { NamedDebrief } from '../debrief/debrief-api.ts';
import { useDebrief } from '../debrief/use-debrief.ts';
import { BranchNav } from './branch-nav.tsx';
import type { Branch } from './branches-api.ts';
import { CompareRows } from './compare-rows.tsx';
import { SideHead } from './side-head.tsx';
import { SideState } from './side-state.tsx';

type Props = {
  readonly interview: string;
  readonly view: View;
  readonly first: View;
  readonly branches: readonly Branch[];
};

/** Both debriefs, the same rows in two columns. */
export const Compared = ({ interview, view, first, branches }: Props) => {
  const from = view.forkedFrom?.interview ?? interview;
  const branch = branches.find((one) => one.interview === interview);
  const atMs = branch?.atMs ?? 0;
  const one = useDebrief(first.status === 'closed' ? from : undefined);
  const other = useDebrief(view.status === 'closed' ? interview : undefined);
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const title = view.plan?.title ?? 'Interview';
  const frame = useFrame(`Compared: ${title} · Dryrun`);
  const actions = {
    only: action('only', 'Show only what differs', 'o', () => setOnlyDiffering((only) => !only)),
    debrief: action('debrief', 'Read the newer debrief', 'd', () => go(interviewPath(interview))),
    first: action('first', 'Read the first debrief', 'g', () => go(interviewPath(from))),
  };
  const press = (of: string) => (turn: number, quote?: string) => go(replayPath(of, { turn, quote }));
  const ready = readyOf(one.awaited, other.awaited);

  return (
    <div className="mx-auto max-w-[84rem] px-4 sm:px-6 lg:px-8">
      <PageHeader frame={frame} />
      <main className="pt-4 pb-16">
        <h1 className="text-balance font-serif text-display">{title}, answered again</h1>
        <p className="mt-2 max-w-measure text-muted">
          Two debriefs side by side. Up to <span className="font-mono">{clockFace(atMs)}</span> both are one
          interview.
        </p>
        {branches.length > 1 && (
          <div className="mt-4">
            <BranchNav branches={branches} current={interview} />
          </div>
        )}
        {ready && (
          <label
            title={tooltip(actions.only)}
            className="mt-4 flex min-h-8 w-fit items-center gap-2 text-small"
          >
            <input
              type="checkbox"
              checked={onlyDiffering}
              onChange={(event) => setOnlyDiffering(event.target.checked)}
              className="size-4 accent-accent"
            />
            Only what differs
          </label>
        )}
        <div className="sticky top-0 z-1 mt-6 grid gap-x-10 border-line border-b bg-paper py-3 max-sm:static sm:grid-cols-2 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]">
          <div className="max-lg:hidden" />
          <SideHead title="First" interview={from} view={first} />
          <SideHead title={`Again, from ${clockFace(atMs)}`} interview={interview} view={view} />
        </div>
        {ready ? (
          <CompareRows
            {...ready}
            turns={branch?.turns ?? 0}
            onlyDiffering={onlyDiffering}
            onPressFirst={press(from)}
            onPressAgain={press(interview)}
          />
        ) : (
          <div className="grid gap-x-10 gap-y-6 pt-8 sm:grid-cols-2 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]">
            <div className="max-lg:hidden" />
            <SideState interview={from} status={first.status} awaited={one.awaited} retry={one.retry} />
            <SideState
              interview={interview}
              status={view.status}
              awaited={other.awaited}
              retry={other.retry}
            />
          </div>
        )}
      </main>
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};

type Awaited = ReturnType<typeof useDebrief>['awaited'];

const readyOf = (one: Awaited, other: Awaited): { first: NamedDebrief; again: NamedDebrief } | undefined =>
  one.state === 'ready' && other.state === 'ready' ? { first: one.debrief, again: other.debrief } : undefined;

const action = (name: string, label: string, key: string, run: () => void): Action => ({
  name,
  label,
  keys: [key],
  enabled: nothingFloats,
  run,
});
