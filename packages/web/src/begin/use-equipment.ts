import { useState } from 'react';
import { remember, remembered } from '../base/storage.ts';
import { checkedFrom, checkedText } from './equipment.ts';
import type { Checked } from './equipment.ts';

const REMEMBERED_AS = 'dryrun.equipment';

/** Whether microphone and screen were looked at in this browser. */
export const useEquipment = () => {
  const [checked, setChecked] = useState(() => checkedFrom(remembered(REMEMBERED_AS)));
  const [open, setOpen] = useState(false);
  const settle = (how: Checked['how']) => {
    const now = { how, at: Date.now() };
    setChecked(now);
    remember(REMEMBERED_AS, checkedText(now));
    setOpen(false);
  };
  return {
    checked,
    open,
    show: () => setOpen(true),
    hide: () => setOpen(false),
    done: () => settle('checked'),
    skip: () => settle('skipped'),
  };
};
