import { expect, it } from 'vitest';
import { blocksOf } from './markdown.ts';
import type { Block, Span } from './markdown.ts';

const SIGNS = { plain: '', strong: 'S', emphasis: 'E', code: 'C' } as const;
const spans = (of: readonly Span[]) =>
  of.map(({ text, style }) => (style === 'plain' ? text : `${SIGNS[style]}[${text}]`)).join('');
const told = (block: Block): string => {
  switch (block.kind) {
    case 'code':
      return `code: ${block.text}`;
    case 'list':
      return `list${block.first ?? ''}: ${block.items.map(({ depth, spans: own }) => '>'.repeat(depth) + spans(own)).join(' | ')}`;
    default:
      return `${block.kind}: ${spans(block.spans)}`;
  }
};

it.each([
  ['words alone', 'We log it.\nAt once.', ['paragraph: We log it.\nAt once.']],
  ['an empty line', 'One.\n\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
  ['signs about words', '**bold**, *soft* and `code`', ['paragraph: S[bold], E[soft] and C[code]']],
  ['a list after words', 'Two:\n- one\n- two', ['paragraph: Two:', 'list: one | two']],
  ['a list within a list', '- one\n  - **two**\n- three', ['list: one | >S[two] | three']],
  ['an item on two lines', '- one\n  goes on\n- two', ['list: one\ngoes on | two']],
  ['numbers', '3. one\n4. two', ['list3: one | two']],
  [
    'a fence',
    'So:\n```py\nkv = 2 * n\n\n- no list\n```\nDone.',
    ['paragraph: So:', 'code: kv = 2 * n\n\n- no list', 'paragraph: Done.'],
  ],
  ['a fence left open', '```\na', ['code: a']],
  ['a heading', '## Data\nLogs.', ['heading: Data', 'paragraph: Logs.']],
])('WB22 draws %s', (_, text, blocks) => {
  expect(blocksOf(text).map(told)).toEqual(blocks);
});

it.each([
  'kv = 2 * layers * heads',
  'user_id and _private_',
  '3*4*5 and 2**10**2',
  'a ` b',
  '**',
  '-5 % and - ',
  '1.5 s',
  '#1 priority',
  '<b>no</b> [link](https://example.org)',
])('WB22 leaves %s as it was typed', (text) => {
  expect(blocksOf(text).map(told)).toEqual([`paragraph: ${text}`]);
});

it('WB22 knows where everything stood', () => {
  const text = '# A **b**\n\nso `c`:\n 1. d *e*\n    f\n\n```\ng\n```';
  const placesIn = (block: Block): readonly { readonly text: string; readonly at: number }[] => {
    if (block.kind === 'code') return [block];
    return block.kind === 'list' ? block.items.flatMap((item) => item.spans) : block.spans;
  };
  const all = blocksOf(text).flatMap(placesIn);
  expect(all.length).toBeGreaterThan(8);
  for (const span of all) expect(text.slice(span.at, span.at + span.text.length)).toBe(span.text);
  expect(blocksOf('')).toEqual([]);
});
