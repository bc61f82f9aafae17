import { useEffect, useRef, useState } from 'react';
import { fetchInterviews, fetchLibrary } from '../base/api.ts';
import type { Library } from '../base/api.ts';
import { Loaded } from '../base/loaded.tsx';
import { Nowhere } from '../base/nowhere.tsx';
import { PageFooter } from '../base/page-footer.tsx';
import { PageHeader } from '../base/page-header.tsx';
import { PageKeys } from '../base/page-keys.tsx';
import { PlainPage } from '../base/plain-page.tsx';
import { ProblemNote } from '../base/problem-note.tsx';
import { useRemote } from '../base/remote.ts';
import { go } from '../base/router.ts';
import { remember, remembered } from '../base/storage.ts';
import { useFrame } from '../base/use-frame.ts';
import { beginActions } from './begin-actions.ts';
import { BeginSkeleton } from './begin-skeleton.tsx';
import { choicesFrom, optionsOf } from './choices.ts';
import type { Choices } from './choices.ts';
import { EquipmentDialog } from './equipment-dialog.tsx';
import { SetUp } from './set-up.tsx';
import { surprise } from './surprise.ts';
import { useEquipment } from './use-equipment.ts';
import { useOpening } from './use-opening.ts';

const REMEMBERED_AS = 'dryrun.choices';

type Props = { readonly system: string | undefined };

/** The page before an interview: what it will be about, and how it will be held. */
export const Begin = ({ system }: Props) => {
  const { remote: library, retry } = useRemote(fetchLibrary);
  const { remote: kept } = useRemote(fetchInterviews);
  const { opening, open } = useOpening();
  const [chosen, setChosen] = useState<Choices>();
  const known = library.state === 'ready' ? library.value : undefined;
  const choices = known && (chosen ?? choicesFrom(remembered(REMEMBERED_AS), optionsOf(known)));
  const named = known?.systems.find(({ slug }) => slug === system);
  const frame = useFrame(`${named?.title ?? 'A surprise'} · Dryrun`);
  const equipment = useEquipment();
  const button = useRef<HTMLButtonElement>(null);

  const start = () => {
    const sat = kept.state === 'ready' ? kept.value : [];
    const slug = system ?? surprise(known?.systems ?? [], sat, Math.random());
    if (slug && choices) void open(slug, choices);
  };
  const choose = (next: Choices) => {
    setChosen(next);
    remember(REMEMBERED_AS, JSON.stringify(next));
  };
  const actions = beginActions({
    helping: frame.helping,
    start,
    home: () => go('/'),
    check: equipment.show,
  });

  // Enter begins: what was chosen last time mostly holds.
  const ready = known !== undefined;
  useEffect(() => {
    if (ready) button.current?.focus({ preventScroll: true });
  }, [ready]);

  if (known && system !== undefined && !named) return <Unknown system={system} />;
  if (library.state === 'failed') {
    return (
      <PlainPage title="The systems could not be loaded">
        <div className="mt-8">
          <ProblemNote problem={library.problem} retrying={library.retrying} onRetry={retry} />
        </div>
      </PlainPage>
    );
  }
  const content = (loaded: Library) =>
    choices && (
      <SetUp
        library={loaded}
        system={named}
        choices={choices}
        onChoose={choose}
        opening={opening}
        begin={actions.begin}
        check={actions.check}
        equipment={equipment}
        button={button}
      />
    );
  return (
    <div className="mx-auto max-w-page px-6 lg:px-8">
      <PageHeader frame={frame} />
      <main className="min-h-[calc(100dvh-9.5rem)]">
        <Loaded of={library} retry={retry} skeleton={<BeginSkeleton />}>
          {content}
        </Loaded>
      </main>
      <PageFooter version={known?.version} help={frame.actions.help} />
      <EquipmentDialog
        open={equipment.open}
        onDone={equipment.done}
        onSkip={equipment.skip}
        onClose={equipment.hide}
      />
      <PageKeys frame={frame} actions={Object.values(actions)} />
    </div>
  );
};

const Unknown = ({ system }: { readonly system: string }) => (
  <Nowhere title={`There is no system “${system}”`}>
    The first page lists all there are, and finds them by the names people give them.
  </Nowhere>
);
