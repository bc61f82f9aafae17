import { readMermaid } from '@dryrun/design';
import { ContentHash } from '@dryrun/domain';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../transcript-text.ts';
import { aroundHtml } from './html/debrief.ts';
import { block, inline } from './markdown-text.ts';
import { markdownOf } from './markdown.ts';
import { debriefOf, heldWith } from './testing/interview.ts';
import type { Story } from './testing/interview.ts';
import { toldOf } from './told.ts';

const markdown = (story: Story = {}, notes = false) =>
  markdownOf(toldOf('abc', heldWith(story), debriefOf(), { notes, redact: undefined }).told);

const headings = (text: string) => text.split('\n').filter((line) => /^#{1,2} /.test(line));

describe('an interview as Markdown', () => {
  it('EX4 begins with title and terms, then letter, marks, conversation, board, runs and source', () => {
    const text = markdown();
    expect(headings(text)).toEqual([
      '# LLM serving at scale',
      '## Your debrief',
      '## Level',
      '## Eight dimensions',
      '## Red flags',
      '## Safety and fairness',
      '## Moments, and what the next level says there',
      '## Hints',
      '## What was heard',
      '## What this reading cannot see',
      '## The conversation',
      '## The board',
      '## Runs',
      '## Where this comes from',
    ]);
    expect(text).toMatch(/System: llm-serving {2}\nLevel: L6 {2}\nRead as: (?:L\d|No level)/);
    expect(text).toContain('**L5 to L6, most likely L6.** Depth was shown');
    expect(text).toContain('- **Strength at 5:30.** “Each replica is one node');
    expect(text).toContain('### Deep dive\n\n**Interviewer (4:30):** How does one');
    expect(text).toContain('- At 6:00: 10 times the load, and Engine was the bottleneck (run ffffffff).');
    expect(text).toContain(
      'Read by the built-in assessor, version 4, as L6, on the sheet of “LLM serving at scale”.',
    );
  });

  it('EX4 has what somebody sees differently, beside the marks', () => {
    const { told } = toldOf('abc', heldWith({}), debriefOf(), { notes: false, redact: undefined });
    const contested = [
      { debrief: ContentHash.parse('f'.repeat(64)), mark: 'strategy', reason: 'I put it in money.', at: 0 },
    ];
    expect(markdownOf({ ...told, view: { ...told.view, contested } })).toContain(
      '## What you see differently\n\n- Strategy: I put it in money.',
    );
  });

  it('EX4 tells ideas that were only named in one sentence, and those heard with more each by itself', () => {
    const idea = { mistaken: false, prompted: 'unprompted', evidence: [] } as const;
    const concepts = [
      { ...idea, id: 'kv-cache', depth: 'explained' },
      { ...idea, id: 'label-delay', depth: 'named' },
      { ...idea, id: 'drift', depth: 'named' },
    ] as const;
    const { told } = toldOf(
      'abc',
      heldWith({}),
      { ...debriefOf(), concepts },
      { notes: false, redact: undefined },
    );
    expect(markdownOf(told)).toContain(
      '## What was heard\n\n- KV cache: explained\n\nNamed without more: label delay; drift.',
    );
    expect(aroundHtml(told)).toContain('<p class="read">Named without more: label delay; drift.</p>');
  });

  it('EX5 has the private notes only when asked for them', () => {
    expect(markdown()).not.toContain('Breathe.');
    expect(markdown({}, true)).toContain('## Your private notes\n\n2:00  \nBreathe.');
  });

  it('EX6 the board is a Mermaid block that is read back as it was drawn', () => {
    const boxes = [
      ['a "quoted" one', 'Say "hi" ```'],
      ['end', '<b>bold</b>'],
      ['gone', 'Gone'],
    ] as const;
    const text = markdown({ boxes: boxes.map(([id, name]) => [id, name]), label: '50 % "hot" | cold' });
    expect(text.split('```mermaid\n')).toHaveLength(2);
    const drawn = /```mermaid\n([\s\S]*?)\n```\n/.exec(text)?.[1] ?? '';
    const { board } = readMermaid(drawn);
    expect(board?.components.map(({ name }) => name)).toEqual(boxes.slice(0, 2).map(([, name]) => name));
    expect(board?.connections.map(({ label }) => label)).toEqual(['50 % "hot" | cold']);
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['3. no list', '3\\. no list'],
    ['> no quote', '\\> no quote'],
    ['===', '\\==='],
    ['---', '\\---'],
    ['a *b* `c` snake_case _d_', 'a \\*b\\* \\`c\\` snake_case \\_d\\_'],
    ['[x](javascript:y) ![i](z)', '[x]\\(javascript:y) ![i]\\(z)'],
    ['[x]: http://y', '[x]\\: http://y'],
    ['<img src=x onerror=y>', '\\<img src=x onerror=y>'],
    ['a | b', 'a \\| b'],
    ['|---|', '\\|---\\|'],
    ['&lt; and R&D', '\\&lt; and R&D'],
    ['[redacted] at 3 - 4', '[redacted] at 3 - 4'],
  ])('EX6 %j stays what it is', (typed, written) => {
    expect(block(typed)).toBe(written);
    expect(inline(typed)).toBe(written);
  });

  it('EX6 keeps lines and paragraphs, and no indent makes code', () => {
    expect(block('one\ntwo\r\n\r\n\n    three')).toBe('one  \ntwo\n\n\u00a0\u00a0\u00a0\u00a0three');
  });

  it('EX6 its conversation is read by the assessor as it was held', () => {
    const read = parseTranscript(markdown({ answer: 'One.\n\nTwo: # x' }));
    expect(read).toMatchObject({ done: true, value: { scenario: 'llm-serving', level: 'L6' } });
    const turns = read.done ? read.value.turns : [];
    expect(turns.map(({ speaker }) => speaker)).toEqual([
      'interviewer',
      'candidate',
      'interviewer',
      'candidate',
    ]);
    expect(turns[3]?.text).toBe('One.\nTwo: # x');
    expect(turns[1]?.text).toBe('I have run inference for four years.');
  });

  it('EX4 says that nothing was drawn', () => {
    expect(
      markdownOf(
        toldOf('abc', heldWith().slice(0, 4), debriefOf(), { notes: false, redact: undefined }).told,
      ),
    ).toContain('## The board\n\nNothing was drawn.');
  });
});
