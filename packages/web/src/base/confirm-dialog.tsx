import { useId } from 'react';
import type { ReactNode } from 'react';
import { PLAIN, PRIMARY } from './button.ts';
import { useModal } from './use-modal.ts';

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  readonly stay: string;
  readonly go: string;
  readonly onStay: () => void;
  readonly onGo: () => void;
};

/** Asks before what cannot be taken back. Staying has the focus. */
export const ConfirmDialog = ({ open, title, children, stay, go, onStay, onGo }: Props) => {
  const heading = useId();
  const dialog = useModal(open);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={onStay}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded border border-line bg-raised text-ink shadow-floating backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <div className="p-6">
        <h2 id={heading} className="font-strong text-large">
          {title}
        </h2>
        <div className="mt-2 text-pretty">{children}</div>
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <button type="button" onClick={onStay} className={PLAIN}>
            {stay}
          </button>
          <button type="button" onClick={onGo} className={PRIMARY}>
            {go}
          </button>
        </div>
      </div>
    </dialog>
  );
};
