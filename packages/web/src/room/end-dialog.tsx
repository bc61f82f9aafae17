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
    The interviewer says goodbye, and what you showed is read. It cannot be taken up again, but you can answer
    again from any line of it.
  </ConfirmDialog>
);
