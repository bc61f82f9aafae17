import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** The platform's dialog, shown while it is open: it keeps focus inside and gives it back. */
export const useModal = (open: boolean): RefObject<HTMLDialogElement | null> => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return dialog;
};
