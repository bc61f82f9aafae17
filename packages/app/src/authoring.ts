/**
 * What authors ask of the content folder: what is there, what is wrong with it, a template to fill in. No interview and
 * no database is touched.
 */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { candidateSystem, compile, staleScenarios, template } from '@dryrun/content';
import type { Compiled, ContentFinding, SystemEntry } from '@dryrun/content';
import type { Debrief } from '@dryrun/domain';
import { didYouMean } from '@dryrun/text';
import { readContentFolder } from './content-folder.ts';
import { loadHardware, loadPalette } from './hardware.ts';
import { done, refused } from './outcome.ts';
import { parseTranscript } from './transcript-text.ts';
import type { TranscriptOptions } from './transcript-text.ts';
import { assessTranscript } from './transcript.ts';
import { assessExported, FORMAT, readExported } from './transfer.ts';
import type { Outcome } from './outcome.ts';

export type ListedScenario = Pick<SystemEntry, 'slug' | 'title' | 'family'> & { readonly sheet: boolean };

export type Authoring = ReturnType<typeof createAuthoring>;

export const createAuthoring = (folder: string, today: () => string) => {
  const compiled = async (): Promise<Compiled> => compile(await readContentFolder(folder));
  const unknown = (slug: string, { value }: Compiled) => {
    const slugs = value.systems.map((system) => system.slug);
    return refused('unknown-system', `There is no system “${slug}”.${didYouMean(slug, slugs)}`);
  };

  return {
    list: async (): Promise<readonly ListedScenario[]> => {
      const { value } = await compiled();
      return value.systems.map(({ slug, title, family }) => ({
        slug,
        title,
        family,
        sheet: value.sheets.has(slug),
      }));
    },

    /** The candidate's view; with spoilers, all of it. */
    show: async (slug: string, spoilers: boolean): Promise<Outcome<object>> => {
      const all = await compiled();
      const system = all.value.systems.find((one) => one.slug === slug);
      if (!system) return unknown(slug, all);
      const sheet = all.value.sheets.get(slug);
      const seen = {
        ...candidateSystem(system),
        ...(sheet ? { opening: sheet.opening } : {}),
        sheet: sheet !== undefined,
      };
      if (!spoilers) return done(seen);
      const facts = all.scenarios.find((scenario) => scenario.slug === slug)?.facts?.value;
      return done({ ...seen, must: system.must, framing: facts?.framing ?? system.framing, ...sheet });
    },

    /** Everything that is wrong, with all of the content or with one scenario; past reviews too, if asked for. */
    check: async (slug: string | undefined, stale: boolean): Promise<Outcome<readonly ContentFinding[]>> => {
      const all = await compiled();
      if (slug !== undefined && !all.value.systems.some((system) => system.slug === slug))
        return unknown(slug, all);
      const findings = [...all.findings, ...(stale ? staleScenarios(all.scenarios, today()) : [])];
      return done(
        slug === undefined ? findings : findings.filter(({ file }) => file.startsWith(`scenarios/${slug}/`)),
      );
    },

    /** An interview by its transcript, judged with what is in the folder; one that Dryrun exported, by its own log. */
    assess: async (text: string, options: TranscriptOptions): Promise<Outcome<Debrief>> => {
      const exported = text.includes(FORMAT) ? readExported(text) : undefined;
      if (exported) return exported.done ? assessExported(exported.value, options) : exported;
      const transcript = parseTranscript(text, options);
      return transcript.done ? assessTranscript((await compiled()).value, transcript.value) : transcript;
    },

    /** What designs are read with. */
    palette: () => loadPalette(folder),

    /** The cards and the models that a recording may name. */
    hardware: () => loadHardware(folder),

    /** A filled template to edit. What is there is never written over. */
    begin: async (
      slug: string,
    ): Promise<Outcome<{ readonly folder: string; readonly files: readonly string[] }>> => {
      const all = await compiled();
      const system = all.value.systems.find((one) => one.slug === slug);
      if (!system) return unknown(slug, all);
      const into = join(folder, 'scenarios', slug);
      const there = await readdir(into).catch(() => []);
      if (there.length > 0)
        return refused('exists', `${into} has files already: edit them, or move them away first.`);
      const files = template(system, today());
      for (const { path, text } of files) {
        await mkdir(dirname(join(into, path)), { recursive: true });
        await writeFile(join(into, path), text, { flag: 'wx' });
      }
      return done({ folder: into, files: files.map(({ path }) => path) });
    },
  };
};
