import type { Format, Interview } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';
import { Loaded } from '../base/loaded.tsx';
import type { Remote } from '../base/remote.ts';
import { Section } from '../base/section.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { ImportFile } from './import-file.tsx';
import { InterviewList } from './interview-list.tsx';

type Props = {
  readonly kept: Remote<readonly Interview[]>;
  readonly formats: readonly Format[];
  readonly retry: () => void;
};

export const InterviewsSection = ({ kept, formats, retry }: Props) => (
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
      {(interviews) => <InterviewList interviews={interviews} formats={formats} onChanged={retry} />}
    </Loaded>
    <ImportFile />
  </Section>
);
