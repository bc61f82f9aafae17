import type { View } from '@dryrun/interview';
import type { Mark } from './heard.ts';
import { runSaid } from './run-said.ts';

type Props = {
  readonly view: View;
  readonly versions: ReadonlyMap<number, number>;
  readonly marks: readonly Mark[];
  readonly first: View;
};

const AT_ONCE = 4;

/** Says the interviewer's new lines to a screen reader, politely; what was there before is not said again. */
export const Announcer = ({ view, versions, marks, first }: Props) => {
  const begun = first.turns.some(({ speaker }) => speaker === 'candidate');
  const heardBefore = begun ? first.version : 0;
  const fresh = view.turns.filter(
    ({ turn, speaker }) => speaker === 'interviewer' && (versions.get(turn) ?? 0) > heardBefore,
  );
  const ran = marks.flatMap((mark) => (mark.kind === 'ran' && mark.version > first.version ? [mark] : []));
  return (
    <div role="log" aria-label="The interviewer says" className="sr-only">
      {fresh.slice(-AT_ONCE).map(({ turn, text }) => (
        <p key={turn}>{text}</p>
      ))}
      {ran.slice(-1).map(({ version, run }) => (
        <p key={version}>{runSaid(run)}</p>
      ))}
      <p>{view.status === 'paused' ? 'The clock stands.' : ''}</p>
    </div>
  );
};
