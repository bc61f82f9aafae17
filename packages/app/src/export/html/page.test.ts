import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { debriefOf, heldWith } from '../testing/interview.ts';
import { toldOf } from '../told.ts';
import { escaped, paragraphs, scriptJson } from './escape.ts';
import { htmlOf } from './page.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '<img src="https://evil.example/x.png" onerror="alert(1)">',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><link rel=stylesheet href=//evil.example>',
  ']]><?php <iframe srcdoc="x">',
  '\u2028\u0000&lt;b&gt;',
].join(' ');

const hostile = htmlOf(
  toldOf(
    'abc',
    heldWith({
      background: HOSTILE,
      answer: HOSTILE,
      note: HOSTILE,
      title: HOSTILE,
      label: HOSTILE.slice(0, 200),
      boxes: [
        [HOSTILE.slice(0, 120), HOSTILE.slice(0, 200)],
        ['b', HOSTILE.slice(20, 220)],
        ['c', 'gone'],
      ],
    }),
    debriefOf({ background: HOSTILE, words: HOSTILE, element: HOSTILE }),
    { notes: true, redact: undefined },
  ).told,
);
const plain = htmlOf(toldOf('abc', heldWith(), debriefOf(), { notes: false, redact: undefined }).told);

/** The names of the elements that begin in a text, as a browser's tokeniser would find them outside of scripts. */
const elements = (html: string) =>
  [...html.replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '<$1>').matchAll(/<([a-z][\w-]*)/gi)].map(
    ([, name]) => name?.toLowerCase(),
  );

describe('the page', () => {
  it('EX7 asks for nothing: no address is in it, and its policy names its one style and one script', () => {
    expect(plain).not.toMatch(/(?:src|href|action|data|poster)="(?!#)/i);
    expect(plain).not.toMatch(/url\((?!#)|@import|https?:/i);
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(plain)?.[1] ?? '';
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash(STYLE)}'; script-src 'sha256-${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`,
    );
    expect(plain).toContain(`<style>${STYLE}</style>`);
    expect(plain).toContain(`<script>${SCRIPT}</script>`);
    expect(plain).not.toMatch(/ style="| on\w+="/);
  });

  it('EX8 has the same elements whatever was typed', () => {
    const count = (html: string) => {
      const counted = new Map<string | undefined, number>();
      for (const name of elements(html)) counted.set(name, (counted.get(name) ?? 0) + 1);
      return counted;
    };
    for (const name of ['script', 'style', 'img', 'iframe', 'link', 'svg', 'meta'])
      expect([name, count(hostile).get(name)]).toEqual([name, count(plain).get(name)]);
    expect(hostile).not.toMatch(/<[^>]* on(?:error|load|mouseover)=/i);
  });

  it('EX8 carries its events as JSON that cannot end its element', () => {
    const [, json = ''] =
      /<script type="application\/json" id="interview">([\s\S]*?)<\/script>/.exec(hostile) ?? [];
    expect(json).not.toMatch(/[<>\u2028\u2029]/);
    const { events } = JSON.parse(json);
    expect(events.find(({ type }: { type: string }) => type === 'noted').text).toBe(HOSTILE);
    expect(events.at(-1)).toMatchObject({ type: 'closed', atMs: 390_000 });
  });

  it('EX8 escapes in elements, attributes and scripts', () => {
    expect(escaped(`<a href="x" title='y'>&\u0000`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;',
    );
    expect(scriptJson({ a: '</script><!--&' })).toBe(String.raw`{"a":"\u003c/script\u003e\u003c!--\u0026"}`);
    expect(paragraphs('one\ntwo\n\n\n<b>')).toBe('<p>one\ntwo</p><p>&lt;b&gt;</p>');
  });

  it('EX4 EX9 EX11 has letter, marks, conversation and board without its script, and evidence that links to its words', () => {
    const still = plain.replaceAll(/<script[\s\S]*?<\/script>/g, '');
    for (const words of [
      '<h1>LLM serving at scale</h1>',
      'What you decided, and why',
      '<p class="strong">L5 to L6, most likely L6</p>',
      'Each replica is one node',
      'How does one request go through it?',
      'At 6:00: 10 times the load, and Engine was the bottleneck (run ffffffff).',
      'At the end, boxes: Gateway (server); Engine (llm-server). Arrows: Gateway to Engine, “200 rps”.',
      'Read by the built-in assessor, version 4, as L6, on the sheet of “LLM serving at scale”.',
    ])
      expect(still).toContain(words);
    for (const [, turn] of still.matchAll(/href="#turn-(\d+)"/g))
      expect(still).toContain(`id="turn-${turn}"`);
    expect(still.match(/href="#turn-/g)?.length).toBeGreaterThanOrEqual(4);
    expect(still).toMatch(/<g class="box" data-from="6" data-to="11" hidden=""><title>Prefix cache/);
    expect(still).toContain('<div class="controls" role="group" aria-label="Replay" hidden="">');
    expect(still).not.toContain('Breathe.');
  });
});
