import { EXPORT_FORMATS } from '@dryrun/app';
import type { Exported } from '@dryrun/app';
import { inHome, interviewId, oneOf, refused, UsageFault } from './command.ts';
import type { CliCommand } from './command.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const FORMATS = [...EXPORT_FORMATS, 'pdf'] as const;

/** The answer goes to standard output or a file; what was redacted is told on standard error. */
export const EXPORT: CliCommand = {
  name: 'export',
  operand: 'ID',
  options: [
    {
      name: 'to',
      value: FORMATS.join('|'),
      says: 'all of it to bring in again (json), or to be read',
    },
    { name: 'output', value: 'FILE', says: 'write there, not to the terminal' },
    { name: 'redact', says: 'without e-mail addresses, numbers, links and names that were introduced' },
    { name: 'redact-also', value: 'WORDS', says: 'and without these: “Acme,Initech”' },
    { name: 'notes', says: 'with your private notes, which are left out of what is made to be read' },
  ],
  says: 'a closed interview as a file',
  run: inHome(async (app, operand, options, terminal) => {
    const { output, redact, notes } = options;
    const asked = oneOf('--to', FORMATS, options['to'] ?? 'json');
    const also = options['redact-also'];
    const interview = interviewId(operand);
    if (asked === 'pdf' && typeof output !== 'string' && !terminal.bytes)
      throw new UsageFault('A PDF cannot be shown in a terminal: name a file with --output FILE.');
    const exported = await app.exportAs(interview, {
      to: asked === 'pdf' ? 'html' : asked,
      redact: redact === true,
      redactAlso: typeof also === 'string' ? also : '',
      notes: notes === true,
    });
    if (!exported.done) return refused(exported, terminal);
    const code =
      asked === 'pdf'
        ? await printed(exported.value, output, terminal)
        : await written(exported.value, output, terminal);
    if (code === 0 && exported.value.redacted !== undefined) terminal.err(exported.value.redacted);
    return code;
  }),
};

type Output = string | boolean | undefined;

const written = async ({ text }: Exported, output: Output, terminal: Terminal): Promise<ExitCode> => {
  if (typeof output === 'string') await terminal.writeFile(output, `${text.trimEnd()}\n`);
  else terminal.out(text.trimEnd());
  return 0;
};

const printed = async ({ text }: Exported, output: Output, terminal: Terminal): Promise<ExitCode> => {
  const pdf = await terminal.print(text);
  if (!pdf.done) return refused(pdf, terminal);
  if (typeof output === 'string') await terminal.writeFile(output, pdf.value);
  else terminal.bytes?.(pdf.value);
  return 0;
};
