/**
 * An interview as one file that opens from disk: its letter, its marks, and its replay.
 *
 *     told ─▶ markup with every moment in it ─┐
 *          ─▶ public events as JSON ──────────┼─▶ one page, and a policy that lets it ask for nothing
 *     style, script: the same in every file ──┘     but the style and the script that have these hashes
 */
import { createHash } from 'node:crypto';
import { redactedSaid } from '../redaction/redactor.ts';
import type { Told } from '../told.ts';
import { endOf, provenanceSaid, termsSaid } from '../words.ts';
import { aroundHtml, letterHtml, marksHtml } from './debrief.ts';
import { escaped, scriptJson } from './escape.ts';
import { replayHtml } from './replay.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** No request, no frame, no form, no other script or style. */
export const PAGE_POLICY = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;

export const htmlOf = (told: Told): string => {
  const title = told.view.plan?.title ?? 'Interview';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}: a debrief from Dryrun</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#replay">Skip to the conversation</a>
<header>
<h1>${escaped(title)}</h1>
<dl class="terms">${termsSaid(told, told.view.plan?.title)
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`)
    .join('')}</dl>
<nav aria-label="On this page"><a href="#letter">Letter</a> <a href="#dimensions">Marks</a> <a href="#replay">Conversation and board</a></nav>
</header>
<main>
${letterHtml(told)}
${marksHtml(told)}
${aroundHtml(told)}
${replayHtml(told)}
</main>
<footer>
<p>${escaped(provenanceSaid(told))}</p>
<p>Interview <code>${escaped(told.interview)}</code>, ${told.view.turns.length} turns, held in Dryrun.</p>
${told.redacted ? `<p>${redactedSaid(told.redacted)}</p>` : ''}
</footer>
<script type="application/json" id="interview">${scriptJson(carried(told))}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
};

/** What the file carries beside its words: the public events that the replay walks, and the names of the phases. */
const carried = ({ interview, events, view }: Told) => ({
  format: 'dryrun-replay',
  interview,
  endMs: endOf({ events, view }),
  phases: view.plan?.phases.map(({ id, title }) => ({ id, title })) ?? [],
  events,
});
