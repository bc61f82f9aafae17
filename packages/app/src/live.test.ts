import { describe, expect, it } from 'vitest';
import { parseContent } from './live.ts';

const content = (slug: string, name: string) =>
  JSON.stringify({ system: { slug }, vocabulary: [{ id: 'queue', name, said: [], explained: '' }] });

describe('content in memory', () => {
  it('keeps one copy of the words of the trade, whatever the system', () => {
    const one = parseContent(content('one', 'a queue'));
    const other = parseContent(content('other', 'a queue'));
    expect(other.system.slug).toBe('other');
    expect(other.vocabulary).toBe(one.vocabulary);
    expect(parseContent(content('one', 'a line')).vocabulary).not.toBe(one.vocabulary);
  });
});
