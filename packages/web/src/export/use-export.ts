import { useCallback, useState } from 'react';
import { problemOf } from '../base/api-problem.ts';
import type { ApiProblem } from '../base/api-problem.ts';
import { requestFile } from '../base/request.ts';
import { exportPath, fileNameOf } from './export-wish.ts';
import type { ExportWish } from './export-wish.ts';
import { printPage } from './print-page.ts';
import { saveFile } from './save-file.ts';

export type Exporting =
  | { readonly state: 'choosing' }
  | { readonly state: 'writing' }
  | { readonly state: 'done'; readonly said: string }
  | { readonly state: 'failed'; readonly problem: ApiProblem };

/** Asks for the file, and saves or prints it; what was redacted is said with it. */
export const useExport = (interview: string) => {
  const [exporting, setExporting] = useState<Exporting>({ state: 'choosing' });

  const write = useCallback(
    async (wish: ExportWish) => {
      setExporting({ state: 'writing' });
      try {
        const path = exportPath(interview, wish);
        const { content, redacted } = await requestFile(path);
        const name = fileNameOf(interview, wish);
        if (wish.form === 'pdf') await printPage(path);
        else saveFile(content, name);
        const said = wish.form === 'pdf' ? 'The print dialogue was opened.' : `Saved as ${name}.`;
        setExporting({ state: 'done', said: [said, ...(redacted ? [redacted] : [])].join(' ') });
      } catch (reason) {
        setExporting({ state: 'failed', problem: problemOf(reason) });
      }
    },
    [interview],
  );

  return { exporting, write, choose: useCallback(() => setExporting({ state: 'choosing' }), []) };
};
