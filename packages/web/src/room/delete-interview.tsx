import { useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { ConfirmDialog } from '../base/confirm-dialog.tsx';
import { deleteInterview } from './room-api.ts';

type Props = {
  readonly interview: string;
  /** In words that no other interview is called by. */
  readonly name: string;
  readonly open: boolean;
  readonly onStay: () => void;
  readonly onDeleted: () => void;
};

export const DeleteInterview = ({ interview, name, open, onStay, onDeleted }: Props) => {
  const [problem, setProblem] = useState<ApiProblem>();
  const remove = () =>
    deleteInterview(interview).then(onDeleted, (reason: unknown) => {
      const found = problemOf(reason);
      // Somebody was faster: it is deleted all the same.
      if (found.answer?.status === 404) onDeleted();
      else setProblem(found);
    });
  return (
    <ConfirmDialog
      open={open}
      title="Delete this interview?"
      stay="Keep it"
      go="Delete it"
      onStay={() => {
        setProblem(undefined);
        onStay();
      }}
      onGo={remove}
    >
      <p className="border-edge border-l-2 pl-3">{name}</p>
      <p className="mt-3">
        It is removed from this machine with everything said in it. Nothing of it is left, and it cannot be
        brought back unless you saved it as a file.
      </p>
      {problem && (
        <p role="alert" className="mt-3 border-concern border-l-2 pl-3 text-small">
          It was not deleted: {problem.found}. {problem.todo}
        </p>
      )}
    </ConfirmDialog>
  );
};
