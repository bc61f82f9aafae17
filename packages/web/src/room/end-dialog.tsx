import { ConfirmDialog } from '../base/confirm-dialog.tsx';

type Props = { readonly open: boolean; readonly onStay: () => void; readonly onEnd: () => void };

export const EndDialog = ({ open, onStay, onEnd }: Props) => (
  <ConfirmDialog
    open={open}
    title="End the interview?"
    stay="Go on"
    go="End it"
    onStay={onStay}
    onGo={() => {
      onStay();
      onEnd();
    }}
  >
    The interviewer says goodbye, and your debrief is written. Nothing more can be said in this interview; you
    can replay it, and answer any of its questions again in another.
  </ConfirmDialog>
);
