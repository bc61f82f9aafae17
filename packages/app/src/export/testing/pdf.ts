/**
 * As much of a reader of PDFs as tells whether text is text: what its pages write, decoded by the tables that a reader
 * copies by, and what its structure and links say.
 */
import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  readonly text: string;
  /** How many of each structure element: `H1`, `P`, `Link`. */
  readonly tags: ReadonlyMap<string, number>;
  readonly links: readonly string[];
  readonly pages: number;
};

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const raw = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, string>();
  for (const [, number, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g))
    objects.set(Number(number), body ?? '');
  const tags = new Map<string, number>();
  const links: string[] = [];
  const words: string[] = [];
  for (const body of objects.values()) {
    const tag = /\/S \/([A-Za-z0-9]+)/.exec(body)?.[1];
    if (tag !== undefined && body.includes('/StructElem')) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    if (body.includes('/Subtype /Link')) links.push(/\/Dest \/(\S+)/.exec(body)?.[1] ?? 'elsewhere');
    const content = streamOf(body);
    if (content?.includes(' Tf')) words.push(written(content, objects));
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body)).length;
  return { text: words.join('\n'), tags, links, pages };
};

/** As long as it says it is: what is packed may hold anything, line ends too. */
const streamOf = (body: string | undefined): string | undefined => {
  const [head] = /[\s\S]*?stream\r?\n/.exec(body ?? '') ?? [];
  const length = /\/Length (\d+)/.exec(head ?? '')?.[1];
  if (body === undefined || head === undefined || length === undefined) return undefined;
  const bytes = Buffer.from(body.slice(head.length, head.length + Number(length)), 'latin1');
  return head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
};

/** The texts of a page in the order they are written. */
const written = (content: string, objects: ReadonlyMap<number, string>): string => {
  const tables = new Map<string, ReadonlyMap<number, string>>();
  const tableOf = (font: string) => {
    const known = tables.get(font) ?? unicodeOf(Number(font), objects);
    tables.set(font, known);
    return known;
  };
  /** A variable face is drawn glyph by glyph, and has one byte for each. */
  const isDrawn = (name: string) => objects.get(Number(name))?.includes('/Type3') ?? false;
  let font = '';
  const told: string[] = [];
  for (const [found, name, hex] of content.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|ET/g)) {
    if (name !== undefined) font = name;
    else if (hex === undefined) told.push(found === 'ET' ? ' ' : '');
    else
      for (const glyph of hex.match(isDrawn(font) ? /.{2}/g : /.{4}/g) ?? [])
        told.push(tableOf(font).get(Number.parseInt(glyph, 16)) ?? '');
  }
  return told.join('').replaceAll(/\s+/g, ' ');
};

/** From the glyphs of a font to the letters they stand for. */
const unicodeOf = (font: number, objects: ReadonlyMap<number, string>): ReadonlyMap<number, string> => {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1];
  const map = streamOf(objects.get(Number(table))) ?? '';
  const letters = new Map<number, string>();
  const char = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of block.matchAll(/<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(from, 16), char(to));
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph++)
        letters.set(
          glyph,
          String.fromCharCode(Number.parseInt(first, 16) + glyph - Number.parseInt(from, 16)),
        );
  return letters;
};
