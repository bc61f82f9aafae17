import type { Library } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { Section } from '../base/section.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { FormatList } from './format-list.tsx';
import { LevelList } from './level-list.tsx';

type Props = { readonly library: Library | undefined };

/** What an interview is made of besides its system: how it goes, and what is expected. */
export const LibrarySections = ({ library }: Props) => (
  <>
    <Section id="formats" title="Formats" aside="How the time is spent">
      {library ? (
        <FormatList formats={library.formats} />
      ) : (
        <Skeleton rows={5} row={`h-22 ${KEY_AND_VALUE}`} />
      )}
    </Section>
    <Section id="levels" title="Levels" aside="What tells each from the one below">
      {library ? <LevelList levels={library.levels} /> : <Skeleton rows={5} row={`h-15 ${KEY_AND_VALUE}`} />}
    </Section>
  </>
);
