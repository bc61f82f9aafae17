/**
 * `dryrun design`: reads a design in whatever it is written, and says what is wrong with it, writes it otherwise or lays it out.
 *
 *     FILE or - ─checkAny─▶ design + findings ─▶ check: findings      convert, layout: the design again
 */
import { parseArgs } from 'node:util';
import type { Authoring } from '@dryrun/app';
import { checkAny, layout, writeDesign, WRITTEN_AS } from '@dryrun/design';
import type { Design, DesignFinding, ReadDesign, WrittenAs } from '@dryrun/design';
import { didYouMean } from '@dryrun/text';
import { oneOf, UsageFault } from '../command.ts';
import type { ExitCode, Terminal } from '../terminal.ts';

const ACTIONS = ['check', 'convert', 'layout'] as const;
type Action = (typeof ACTIONS)[number];

export const DESIGN_USAGE = `Usage: dryrun design check FILE|- [--json]
       dryrun design convert FILE|- [--to yaml|json|mermaid]
       dryrun design layout FILE|- [--to yaml|json]

  check         what is wrong or likely not meant (exit 1 if there is more than notes)
  convert       the design, written as --to says (yaml)
  layout        the design with a place for every box; one in which all have theirs keeps them

A design is a YAML or JSON document, a Mermaid flowchart or an Excalidraw file; which, is seen from what it holds.`;

/** No interview and no database is touched. */
export const design = async (
  args: readonly string[],
  authoring: Authoring,
  terminal: Terminal,
): Promise<ExitCode> => {
  const [first = '', ...rest] = args;
  if (['', '-h', '--help', 'help'].includes(first) || rest.includes('--help') || rest.includes('-h')) {
    terminal.out(DESIGN_USAGE);
    return 0;
  }
  try {
    const action = ACTIONS.find((one) => one === first);
    if (!action) throw new UsageFault(`There is no “design ${first}”.${didYouMean(first, ACTIONS)}`);
    const { file, json, to } = read(action, rest);
    const text = file === '-' ? await terminal.stdin() : await terminal.readFile(file);
    const opened = checkAny(text, await authoring.palette());
    const name = file === '-' ? 'stdin' : file;
    return action === 'check'
      ? check(opened, name, json, terminal)
      : write(opened, name, action, to, terminal);
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\n${DESIGN_USAGE}`);
    return 2;
  }
};

const read = (action: Action, args: readonly string[]) => {
  const { values, positionals } = parsed(args);
  const [file, extra] = positionals;
  if (file === undefined)
    throw new UsageFault(`Expected FILE, or - for standard input, after “design ${action}”.`);
  if (extra !== undefined) throw new UsageFault(`“${extra}” is one thing too many after “design ${action}”.`);
  const { json, to } = values;
  if (action === 'check' && to !== undefined)
    throw new UsageFault('“design check” writes no design: --to is for convert and layout.');
  const as = to === undefined ? (json ? 'json' : 'yaml') : oneOf('--to', WRITTEN_AS, to);
  if (json && as !== 'json')
    throw new UsageFault(`--json is short for --to json; found --to ${as} beside it.`);
  if (action === 'layout' && as === 'mermaid')
    throw new UsageFault('A Mermaid flowchart has no places: expected --to yaml or --to json.');
  return { file, json, to: as };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, to: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (fault) {
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
};

/** The text is in no form that a design could be read from; whether it is a sound one was never looked at. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'syntax',
  'unreadable',
  'too-large',
  'mermaid-syntax',
  'other-diagram',
  'excalidraw-syntax',
]);

const check = (
  { design: drawn, findings }: ReadDesign,
  file: string,
  json: boolean,
  { out, err }: Terminal,
): ExitCode => {
  const isUnreadable = !drawn && findings.some(({ code }) => UNREADABLE.has(code));
  if (json) out(JSON.stringify({ findings }));
  else if (findings.length === 0) out('Nothing is wrong.');
  else for (const finding of findings) (isUnreadable ? err : out)(describe(finding, file));
  if (isUnreadable) return 2;
  return findings.some(({ severity }) => severity !== 'note') ? 1 : 0;
};

const write = (
  { design: drawn, findings }: ReadDesign,
  file: string,
  action: 'convert' | 'layout',
  to: WrittenAs,
  { out, err }: Terminal,
): ExitCode => {
  if (!drawn) {
    for (const finding of findings.filter(({ severity }) => severity === 'error'))
      err(describe(finding, file));
    return 2;
  }
  out(writeDesign(action === 'layout' ? placed(drawn) : drawn, to));
  return 0;
};

const placed = (drawn: Design): Design => {
  const places = layout(drawn);
  return {
    ...drawn,
    components: drawn.components.map((component) => ({ ...component, ...places.get(component.id) })),
  };
};

/** `file:line:column code: message`, as editors read it; notes say that they are. */
const describe = ({ code, severity, message, line, column }: DesignFinding, file: string): string => {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return `${place} ${code}: ${severity === 'note' ? '(note) ' : ''}${message}`;
};
