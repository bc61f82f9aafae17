import { parseArgs } from 'node:util';
import type { Authoring } from '@dryrun/app';
import { describeFinding } from '@dryrun/content';
import { didYouMean } from '@dryrun/text';
import { UsageFault } from './command.ts';
import type { ExitCode, Terminal } from './terminal.ts';

const ACTIONS = ['list', 'show', 'check', 'new'] as const;

export const SCENARIOS_USAGE = `Usage: dryrun scenarios list [--json]
       dryrun scenarios show SLUG [--json] [--spoilers]
       dryrun scenarios check [SLUG] [--stale] [--json]
       dryrun scenarios new SLUG

  list          every system, and whether it has its sheet
  show          what a candidate sees of one; with --spoilers, all of it
  check         everything that is wrong, with file, line and column (exit 1 if anything is); --stale: past reviews too
  new           a filled template to edit, in content/scenarios/SLUG`;

/** What authors ask of the content; no interview and no database is touched. */
export const scenarios = async (
  args: readonly string[],
  authoring: Authoring,
  terminal: Terminal,
): Promise<ExitCode> => {
  const [action = '', ...rest] = args;
  if (['', '-h', '--help', 'help'].includes(action)) {
    terminal.out(SCENARIOS_USAGE);
    return 0;
  }
  try {
    const { slug, json, spoilers, stale } = read(action, rest);
    switch (action) {
      case 'list':
        return await list(authoring, terminal, json);
      case 'show':
        return await show(authoring, terminal, needed(slug, action), json, spoilers);
      case 'check':
        return await check(authoring, terminal, slug, json, stale);
      case 'new':
        return await begin(authoring, terminal, needed(slug, action));
      default:
        throw new UsageFault(`There is no “scenarios ${action}”.${didYouMean(action, ACTIONS)}`);
    }
  } catch (fault) {
    if (!(fault instanceof UsageFault)) throw fault;
    terminal.err(`${fault.message}\n\n${SCENARIOS_USAGE}`);
    return 2;
  }
};

const read = (action: string, args: readonly string[]) => {
  const option = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: option, spoilers: option, stale: option },
      allowPositionals: true,
    });
    const [slug, extra] = positionals;
    if (extra !== undefined)
      throw new UsageFault(`“${extra}” is one thing too many after “scenarios ${action}”.`);
    return { slug, ...values };
  } catch (fault) {
    if (fault instanceof UsageFault) throw fault;
    throw new UsageFault(fault instanceof Error ? fault.message : String(fault));
  }
};

const needed = (slug: string | undefined, action: string): string => {
  if (slug === undefined) throw new UsageFault(`Expected SLUG after “scenarios ${action}”.`);
  return slug;
};

const list = async (authoring: Authoring, { out }: Terminal, json: boolean): Promise<ExitCode> => {
  const listed = await authoring.list();
  if (json) out(JSON.stringify({ scenarios: listed }));
  else
    for (const { slug, title, family, sheet } of listed)
      out(`${slug.padEnd(34)}${family.padEnd(18)}${sheet ? 'sheet  ' : '–      '}${title}`);
  return 0;
};

const show = async (
  authoring: Authoring,
  { out, err }: Terminal,
  slug: string,
  json: boolean,
  spoilers: boolean,
): Promise<ExitCode> => {
  const outcome = await authoring.show(slug, spoilers);
  if (!outcome.done) {
    err(outcome.refusal.message);
    return 2;
  }
  out(json ? JSON.stringify(outcome.value) : JSON.stringify(outcome.value, null, 2));
  return 0;
};

const check = async (
  authoring: Authoring,
  { out, err }: Terminal,
  slug: string | undefined,
  json: boolean,
  stale: boolean,
): Promise<ExitCode> => {
  const outcome = await authoring.check(slug, stale);
  if (!outcome.done) {
    err(outcome.refusal.message);
    return 2;
  }
  const findings = outcome.value;
  if (json) out(JSON.stringify({ findings }));
  else if (findings.length === 0) out('Nothing is wrong.');
  else for (const finding of findings) out(describeFinding(finding));
  return findings.length === 0 ? 0 : 1;
};

const begin = async (authoring: Authoring, { out, err }: Terminal, slug: string): Promise<ExitCode> => {
  const outcome = await authoring.begin(slug);
  if (!outcome.done) {
    err(outcome.refusal.message);
    return 2;
  }
  const { folder, files } = outcome.value;
  out(`Wrote ${files.length} files to ${folder}. Edit them, then: dryrun scenarios check ${slug}`);
  return 0;
};
