import { emptyView } from '@dryrun/interview';
import type { View, ViewTurn } from '@dryrun/interview';
import { describe, expect, it } from 'vitest';
import { closingSummary } from './summary.ts';

const turn = (speaker: ViewTurn['speaker'], phase: string, text: string): ViewTurn => ({
  turn: 0,
  speaker,
  phase,
  text,
  atMs: 0,
  move: undefined,
});
const view = (...turns: ViewTurn[]): View => ({
  ...emptyView,
  status: 'closed',
  plan: {
    title: 'LLM serving at scale',
    formatTitle: '45-minute interview',
    patienceMs: [],
    phases: ['explore', 'deep-dive'].map((id) => ({
      id,
      title: id.replace('-', ' '),
      budgetMs: 1,
      exchanges: 1,
    })),
  },
  clock: { startedAt: 0, pausedMs: 60_000, pausedAt: 780_000 },
  turns,
});

describe('the closing summary', () => {
  it('TE11 says what was talked about and quotes the last words', () => {
    const turns = [
      turn('interviewer', 'explore', 'Hello.'),
      turn('candidate', 'explore', 'Who uses it?'),
      turn('interviewer', 'deep-dive', 'How is it served?'),
      turn('candidate', 'deep-dive', 'I would\nbatch requests.'),
    ];
    expect(closingSummary(view(...turns))).toBe(
      'We talked about LLM serving at scale for 12 minutes. We held explore and deep dive. You spoke twice. Your last words were: “I would batch requests.”',
    );
  });

  it('TE11 shortens long words and says when there were none', () => {
    const long = closingSummary(view(turn('candidate', 'explore', 'word '.repeat(100))));
    expect(long).toMatch(/“word (?:word )+word …”$/);
    expect(closingSummary(view())).toContain('You said nothing.');
  });
});
