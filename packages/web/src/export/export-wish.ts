/** In which form an interview is to leave, and what is to stay behind. */
import { apiPathOf } from '../base/api.ts';

export type ExportForm = 'html' | 'md' | 'pdf' | 'json';

export const EXPORT_FORMS: readonly {
  readonly form: ExportForm;
  readonly title: string;
  readonly note: string;
}[] = [
  {
    form: 'html',
    title: 'Web page',
    note: 'One file with the replay in it. It opens anywhere, offline too.',
  },
  { form: 'md', title: 'Markdown', note: 'To read and to paste; the board is a Mermaid diagram.' },
  { form: 'pdf', title: 'PDF', note: 'Your browser’s print dialogue opens: choose to save as PDF there.' },
  { form: 'json', title: 'JSON', note: 'All of it word for word, your notes too, to bring in again.' },
];

export type ExportWish = {
  readonly form: ExportForm;
  readonly redact: boolean;
  /** Words to leave out besides, with commas between them. */
  readonly also: string;
  readonly notes: boolean;
};

export const FIRST_WISH: ExportWish = { form: 'html', redact: false, also: '', notes: false };

/** JSON is whole, whatever else is chosen: it is made to be brought in again. */
export const isWhole = ({ form }: ExportWish): boolean => form === 'json';

/** What is printed is the web page, shown in a frame. */
export const exportPath = (interview: string, wish: ExportWish): string => {
  const { form, redact, also, notes } = wish;
  const query = new URLSearchParams({ to: form === 'pdf' ? 'html' : form });
  if (!isWhole(wish)) {
    if (redact) query.set('redact', 'true');
    if (redact && also.trim() !== '') query.set('redactAlso', also.trim());
    if (notes) query.set('notes', 'true');
  }
  if (form === 'pdf') query.set('inline', 'true');
  return apiPathOf(interview, `/export?${query}`);
};

export const fileNameOf = (interview: string, { form }: ExportWish): string => `dryrun-${interview}.${form}`;
