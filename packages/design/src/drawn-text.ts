/** Words on a drawing as a person reads them: one line, without the marks that only dress them. */
const NAME_MAX = 200;

/** On one line, and no longer than a name may be. */
export const shortName = (text: string): string => {
  const line = text.split(/\s+/).join(' ').trim();
  if (line.length <= NAME_MAX) return line;
  // A pair that makes one character is not cut in two.
  const cut = line.slice(0, NAME_MAX - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};

/** A Mermaid label: Markdown strings in backticks, `<br>`, a few tags, and entities with `&` or with `#`. */
export const labelText = (written: string): string => {
  const label = written.trim();
  const markdown = label.length > 1 && label.startsWith('`') && label.endsWith('`');
  const plain = markdown
    ? label
        .slice(1, -1)
        .replaceAll(/(?<![ *])\*{1,3}|\*{1,3}(?![ *])|(?<![\p{L}\p{N}_])__?|__?(?![\p{L}\p{N}_])/gu, '')
    : label;
  return shortName(
    plain
      .replaceAll('\\n', ' ')
      .replaceAll(/<br ?\/?>/gi, ' ')
      .replaceAll(/<\/?(?:b|i|u|s|em|strong|small|sub|sup|span|div|p|code)(?: [^<>]{0,200})?>/gi, '')
      .replaceAll(/[&#](#?[0-9a-z]{1,10});/gi, entity),
  );
};

const NAMED: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['num', '#'],
  ['lpar', '('],
  ['rpar', ')'],
  ['semi', ';'],
]);

const entity = (written: string, name: string): string => {
  const named = NAMED.get(name.toLowerCase());
  if (named !== undefined) return named;
  const digits = name.startsWith('#') ? name.slice(1) : written.startsWith('#') ? name : '';
  const code = /^\d+$/.test(digits)
    ? Number(digits)
    : /^x[0-9a-f]+$/i.test(digits)
      ? Number.parseInt(digits.slice(1), 16)
      : 0;
  const printable = code >= 32 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
  return printable ? String.fromCodePoint(code) : written;
};
