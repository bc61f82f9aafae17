import { useRef, useState } from 'react';
import { remember, remembered } from '../base/storage.ts';

const REMEMBERED_AS = 'dryrun.notes';

/** Whether one's notes lie open: as this browser had them last. Whoever opens them has something to write. */
export const useNotes = () => {
  const [open, setOpen] = useState(() => remembered(REMEMBERED_AS) === 'open');
  const field = useRef<HTMLTextAreaElement>(null);
  const become = (next: boolean) => {
    setOpen(next);
    remember(REMEMBERED_AS, next ? 'open' : undefined);
  };
  return {
    open,
    field,
    close: () => become(false),
    toggle: () => {
      become(!open);
      if (!open) requestAnimationFrame(() => field.current?.focus({ preventScroll: true }));
    },
  };
};
