import { useId, useState } from 'react';
import { PLAIN, PRIMARY } from '../base/button.ts';
import { ProblemNote } from '../base/problem-note.tsx';
import { useModal } from '../base/use-modal.ts';
import { ExportForms } from './export-forms.tsx';
import { FIRST_WISH, isWhole } from './export-wish.ts';
import type { ExportWish } from './export-wish.ts';
import { LeavingOut } from './leaving-out.tsx';
import { useExport } from './use-export.ts';

type Props = { readonly interview: string; readonly open: boolean; readonly onClose: () => void };

/** In which form, and without what. It stays open when the file is written, for another form of the same. */
export const ExportDialog = ({ interview, open, onClose }: Props) => {
  const heading = useId();
  const dialog = useModal(open);
  const [wish, setWish] = useState<ExportWish>(FIRST_WISH);
  const { exporting, write, choose } = useExport(interview);
  const writing = exporting.state === 'writing';
  const close = () => {
    choose();
    onClose();
  };
  const change = (changed: Partial<ExportWish>) => {
    setWish((now) => ({ ...now, ...changed }));
    choose();
  };

  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded border border-line bg-raised text-ink shadow-floating backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!writing) void write(wish);
        }}
        className="p-6 pb-0"
      >
        <h2 id={heading} className="font-strong text-large">
          Export this interview
        </h2>
        <ExportForms chosen={wish.form} onChoose={(form) => change({ form })} />
        <LeavingOut wish={wish} whole={isWhole(wish)} onChange={change} />
        <div className="min-h-14 pt-4 text-small">
          {exporting.state === 'failed' ? (
            <div ref={intoSight} className="scroll-mb-24">
              <ProblemNote
                title="This could not be exported"
                problem={exporting.problem}
                retrying={writing}
                onRetry={() => void write(wish)}
              />
            </div>
          ) : (
            <p role="status" className="text-pretty wrap-anywhere">
              {exporting.state === 'done' && exporting.said}
            </p>
          )}
        </div>
        <div className="sticky bottom-0 -mx-6 flex flex-wrap justify-end gap-3 bg-raised px-6 pt-2 pb-6">
          <button type="button" onClick={close} className={PLAIN}>
            Close
          </button>
          <button type="submit" aria-disabled={writing} className={`min-w-28 ${PRIMARY}`}>
            {wish.form === 'pdf' ? 'Print' : 'Save'}
          </button>
        </div>
      </form>
    </dialog>
  );
};

/** In a low window the menu is longer than the window: what went wrong is scrolled to, and the buttons stay. */
const intoSight = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'end' });
