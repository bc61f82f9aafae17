import { QUIET } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import type { useBranch } from './use-branch.ts';
import type { useRoom } from './use-room.ts';

type Props = {
  readonly room?: Pick<ReturnType<typeof useRoom>, 'refusal' | 'forgetRefusal'>;
  readonly branching: ReturnType<typeof useBranch>;
};

/** What was not done, and why; above the field, where one looks next. */
export const RoomNotes = ({ room, branching }: Props) => (
  <>
    {room?.refusal && (
      <div
        role={room.refusal.isLate ? 'status' : 'alert'}
        className={`mb-3 flex items-start gap-3 border-l-2 pl-4 text-small ${room.refusal.isLate ? 'border-edge' : 'border-concern'}`}
      >
        <p className="min-w-0 flex-1">
          {room.refusal.isLate ? room.refusal.text : `Not done. ${room.refusal.text}`}
        </p>
        <button type="button" onClick={room.forgetRefusal} className={`-my-1.5 ${QUIET}`}>
          Dismiss
        </button>
      </div>
    )}
    {branching.problem && (
      <div className="mb-3">
        <ProblemNote
          title="You could not branch here"
          problem={branching.problem}
          retrying={false}
          onRetry={branching.forgetProblem}
          again="Dismiss"
        />
      </div>
    )}
  </>
);
