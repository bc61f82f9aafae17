import type { Ref } from 'react';
import type { Action } from '../base/actions.ts';
import type { Format, Interview, System } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { Loaded } from '../base/loaded.tsx';
import type { Remote } from '../base/remote.ts';
import { Section } from '../base/section.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { ImportFile } from './import-file.tsx';
import { PastInterviews } from './past-interviews.tsx';

type Props = {
  readonly kept: Remote<readonly Interview[]>;
  readonly systems: readonly System[];
  readonly formats: readonly Format[];
  readonly retry: () => void;
  readonly field: Ref<HTMLInputElement>;
  readonly search: Action;
};

export const InterviewsSection = ({ kept, systems, formats, retry, field, search }: Props) => (
  <Section
    id="interviews"
    title="Interviews"
    aside={
      kept.state === 'ready' && kept.value.length > 0
        ? `${kept.value.length} kept on this machine`
        : undefined
    }
  >
    <Loaded of={kept} retry={retry} skeleton={<Skeleton rows={1} row={`h-6 ${KEY_AND_VALUE}`} />}>
      {(interviews) => (
        <PastInterviews
          interviews={interviews}
          systems={systems}
          formats={formats}
          onChanged={retry}
          field={field}
          search={search}
        />
      )}
    </Loaded>
    <ImportFile />
  </Section>
);
