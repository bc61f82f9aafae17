import type { View } from '@dryrun/interview';

type Props = {
  readonly view: View;
  readonly versions: ReadonlyMap<number, number>;
  readonly first: View;
};

const AT_ONCE = 4;

/** Says the interviewer's new lines to a screen reader, politely; what was there before is not said again. */
export const Announcer = ({ view, versions, first }: Props) => {
  const begun = first.turns.some(({ speaker }) => speaker === 'candidate');
  const heardBefore = begun ? first.version : 0;
  const fresh = view.turns.filter(
    ({ turn, speaker }) => speaker === 'interviewer' && (versions.get(turn) ?? 0) > heardBefore,
  );
  return (
    <div role="log" aria-label="The interviewer says" className="sr-only">
      {fresh.slice(-AT_ONCE).map(({ turn, text }) => (
        <p key={turn}>{text}</p>
      ))}
      <p>{view.status === 'paused' ? 'The clock stands.' : ''}</p>
    </div>
  );
};
