/**
 * What somebody typed, as blocks to be drawn. Of Markdown it knows what people write while they talk: paragraphs, lists,
 * fenced code, headings, and within them `code`, **strong** and *emphasis*. Everything else stays as it was typed. Every
 * span keeps its place in the text, so that the words of a quote can be found in what is drawn.
 *
 *     text ─lines─▶ blocks ─spans─▶ { text, at, style }
 */
export type Style = 'plain' | 'strong' | 'emphasis' | 'code';
export type Span = { readonly text: string; readonly at: number; readonly style: Style };
export type ListItem = { readonly depth: number; readonly spans: readonly Span[] };
export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly first: number | undefined; readonly items: readonly ListItem[] }
  | { readonly kind: 'code'; readonly text: string; readonly at: number };

export const blocksOf = (text: string): readonly Block[] => {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let next = 0; next < lines.length; ) {
    const line = lines[next];
    if (!line || line.text.trim() === '') {
      next += 1;
      continue;
    }
    const fence = FENCE.exec(line.text)?.[1];
    const end = endOf(lines, next, fence);
    const own = lines.slice(next, end);
    if (fence) blocks.push(codeOf(own, fence));
    else if (ITEM.test(line.text)) blocks.push(listOf(own));
    else blocks.push(proseOf(own));
    next = end;
  }
  return blocks;
};

type Line = { readonly text: string; readonly at: number };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^(\s*)(?:[-*+•]|(\d{1,3})[.)])\s+/;
const HEADING = /^#{1,4} +/;

const linesOf = (text: string): readonly Line[] => {
  let at = 0;
  return text.split('\n').map((line) => {
    const placed = { text: line, at };
    at += line.length + 1;
    return placed;
  });
};

/** A fence goes on to its end, or to the end of what was said; everything else to an empty line or another kind of block. */
const endOf = (lines: readonly Line[], from: number, fence: string | undefined): number => {
  const rest = lines.slice(from + 1);
  if (fence) {
    const closed = rest.findIndex(({ text }) => text.trim().startsWith(fence));
    return closed < 0 ? lines.length : from + closed + 2;
  }
  const list = ITEM.test(lines[from]?.text ?? '');
  const heading = HEADING.test(lines[from]?.text ?? '');
  const stops = rest.findIndex(
    ({ text }) =>
      heading ||
      text.trim() === '' ||
      FENCE.test(text) ||
      HEADING.test(text) ||
      (list ? !ITEM.test(text) && !/^\s/.test(text) : ITEM.test(text)),
  );
  return stops < 0 ? lines.length : from + 1 + stops;
};

const codeOf = (lines: readonly Line[], fence: string): Block => {
  const closed = lines.length > 1 && lines.at(-1)?.text.trim().startsWith(fence) === true;
  const inside = lines.slice(1, closed ? -1 : undefined);
  return { kind: 'code', text: inside.map(({ text }) => text).join('\n'), at: inside[0]?.at ?? 0 };
};

const listOf = (lines: readonly Line[]): Block => {
  const items: { depth: number; spans: readonly Span[] }[] = [];
  for (const { text, at } of lines) {
    const marker = ITEM.exec(text);
    const last = items.at(-1);
    if (marker)
      items.push({
        depth: Math.min(3, Math.floor((marker[1]?.length ?? 0) / 2)),
        spans: spansOf(text.slice(marker[0].length), at + marker[0].length),
      });
    else if (last) {
      const indent = text.length - text.trimStart().length;
      const lineEnd: Span = { text: '\n', at: at - 1, style: 'plain' };
      last.spans = [...last.spans, lineEnd, ...spansOf(text.slice(indent), at + indent)];
    }
  }
  const number = ITEM.exec(lines[0]?.text ?? '')?.[2];
  return { kind: 'list', first: number === undefined ? undefined : Number(number), items };
};

const proseOf = (lines: readonly Line[]): Block => {
  const [first] = lines;
  const text = lines.map((line) => line.text).join('\n');
  const mark = HEADING.exec(text)?.[0].length ?? 0;
  return {
    kind: mark > 0 ? 'heading' : 'paragraph',
    spans: spansOf(text.slice(mark), (first?.at ?? 0) + mark),
  };
};

/** A sign opens before a word and closes after one: “2 * layers * heads” and “user_id” have none. */
const STYLED =
  /(?<code>`[^`\n]+`)|(?<![\w*])(?<strong>\*\*(?=[^\s*])[^*]+(?<=\S)\*\*)(?![\w*])|(?<![\w*])(?<emphasis>\*(?=[^\s*])[^*\n]+(?<=\S)\*)(?![\w*])/g;

const spansOf = (text: string, at: number): readonly Span[] => {
  const spans: Span[] = [];
  let done = 0;
  for (const found of text.matchAll(STYLED)) {
    if (found.index > done)
      spans.push({ text: text.slice(done, found.index), at: at + done, style: 'plain' });
    const style = found.groups?.['code'] ? 'code' : found.groups?.['strong'] ? 'strong' : 'emphasis';
    const sign = style === 'strong' ? 2 : 1;
    spans.push({ text: found[0].slice(sign, -sign), at: at + found.index + sign, style });
    done = found.index + found[0].length;
  }
  if (done < text.length) spans.push({ text: text.slice(done), at: at + done, style: 'plain' });
  return spans;
};
