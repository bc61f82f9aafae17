import { emptyView } from '@dryrun/interview';
import type { View } from '@dryrun/interview';
import { describe, expect, it } from 'vitest';
import { columnsOf, header, phaseRule, widthOf, wrap } from './layout.ts';

describe('words on a screen', () => {
  it.each([
    ['one two three', 7, '', 'one two\nthree'],
    ['one two three', 8, '  ', 'one two\n  three'],
    ['unbreakableword and more', 10, '', 'unbreakabl\neword and\nmore'],
    ['see unbreakableword', 10, '  ', 'see\n  unbreaka\n  bleword'],
    ['first\n\nsecond', 20, '  ', 'first\n\n  second'],
    ['日本語の文章', 6, '', '日本語\nの文章'],
    ['', 10, '', ''],
  ])('TE12 wraps %j at %i', (text, width, indent, wrapped) =>
    expect(wrap(text, width, indent)).toBe(wrapped),
  );

  it('TE12 loses no word and passes no width', () => {
    const text =
      'A design that serves seventy billion parameters 🚀 to people — quickly, and at a cost.'.repeat(5);
    for (let width = 20; width <= 80; width += 3) {
      const wrapped = wrap(text, width, '  ');
      expect(Math.max(...wrapped.split('\n').map(columnsOf))).toBeLessThanOrEqual(width);
      expect(wrapped.replaceAll(/\s+/g, ' ')).toBe(text);
    }
    expect([widthOf(200), widthOf(60), widthOf(3)]).toEqual([80, 60, 20]);
  });

  const view: View = {
    ...emptyView,
    status: 'running',
    terms: {
      system: 'llm-serving',
      level: 'L6',
      format: 'interview-45',
      mode: 'real',
      persona: 'neutral',
      focus: [],
      pace: 1,
    },
    plan: {
      title: 'LLM serving',
      formatTitle: '45-minute interview',
      patienceMs: [],
      phases: ['explore', 'design', 'wrap-up'].map((id) => ({
        id,
        title: id,
        budgetMs: 900_000,
        exchanges: 4,
      })),
    },
    clock: { startedAt: 1000, pausedMs: 0, pausedAt: undefined },
    phase: { id: 'design', enteredMs: 0 },
  };
  const now = 1000 + 760_000;

  it.each([
    [80, 'design ▰▰▱  12:40 of 45:00'],
    [22, '▰▰▱  12:40 of 45:00'],
    [16, '12:40 of 45:00'],
    [10, ''],
  ])('TE13 says phase and clock in %i columns', (columns, line) =>
    expect(header(view, now, columns)).toBe(line),
  );

  it('TE13 says that the clock stands, and no end where there is none', () => {
    const clock = { startedAt: 1000, pausedMs: 0, pausedAt: 61_000 };
    expect(header({ ...view, status: 'paused', clock }, now, 80)).toBe('design ▰▰▱  01:00 of 45:00  paused');
    const untimed: View = { ...view, terms: view.terms && { ...view.terms, pace: 'untimed' } };
    expect(header(untimed, now, 80)).toBe('design ▰▰▱  12:40');
    expect([phaseRule(view), phaseRule(untimed)]).toEqual(['── design · 15 minutes ──', '── design ──']);
    expect(header(emptyView, now, 80)).toBe('');
  });
});
