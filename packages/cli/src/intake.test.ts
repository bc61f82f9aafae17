import { realCatalogue } from '@dryrun/app/testing';
import { describe, expect, it } from 'vitest';
import { begin, hear } from './intake.ts';
import type { Intake } from './intake.ts';
import { levelIn } from './intake-level.ts';
import { topicIn } from './intake-topic.ts';

const { systems } = await realCatalogue();
const intake = (seed = 7, level?: 'L4' | 'L6'): Intake => begin(systems, seed, level).intake;
const slugs = (answer: string) => topicIn(answer, systems)?.map(({ slug }) => slug);

describe('the intake', () => {
  it.each([
    ['I am at L6', 'L6'],
    ['l4, please', 'L4'],
    ['Senior ML engineer', 'L5'],
    ['senior staff', 'L7'],
    ['a Staff engineer', 'L6'],
    ['principal', 'principal'],
    ['mid-level', 'L4'],
    ['I am senior and interviewing for staff', 'L6'],
    ['not yet senior, 3 years', 'L4'],
    ['six years of experience', 'L5'],
    ['9 yrs', 'L6'],
    ['a decade or so', 'L6'],
    ['two decades', 'L7'],
    ['I like trains', undefined],
    ['in 2019 I began', undefined],
  ])('TE9 hears in “%s” the level %s', (answer, level) => expect(levelIn(answer)).toBe(level));

  it.each([
    ['LLM serving at scale', ['llm-serving']],
    ['something like GitHub Copilot', ['coding-assistant']],
    ['fraud', ['fraud-detection']],
    ['a personalized news feed', ['news-feed']],
    ['not recommendation but face generation', ['face-generation']],
    ['dunno', undefined],
    ['I am not sure', undefined],
  ])('TE9 hears in “%s” the systems %j', (answer, named) => expect(slugs(answer)).toEqual(named));

  it('TE9 hears families by what people call them, and what is not wanted', () => {
    expect(slugs('computer vision')).toEqual([
      'picture-translation',
      'street-view-blurring',
      'image-captioning',
    ]);
    expect(slugs('anything')).toHaveLength(systems.length);
    const left = slugs('anything but ads');
    expect(left).toContain('search-ranking');
    expect(left).not.toContain('real-time-bidding');
  });

  it('TE9 picks from the pool of the level, and says what was chosen', () => {
    expect(hear(intake(), 'senior, and I know search')).toEqual({
      kind: 'chosen',
      system: 'search-ranking',
      level: 'L5',
      text: 'Then let’s take “E-commerce search ranking”, at level L5.',
    });
    expect(hear(intake(0, 'L4'), 'anything')).toMatchObject({ system: 'content-moderation', level: 'L4' });
  });

  it('TE9 asks for what is missing, and not for a level that was given', () => {
    expect(begin(systems, 1, 'L6').text).not.toContain('level');
    const next = hear(intake(), 'ads, please');
    expect(next).toMatchObject({ kind: 'ask', text: expect.stringContaining('At which level') });
    if (next.kind !== 'ask') return;
    expect(hear(next.intake, 'L6')).toMatchObject({ kind: 'chosen', level: 'L6' });
    expect(hear(intake(), 'staff')).toMatchObject({ text: expect.stringContaining('Which kind') });
  });

  it('TE9 picks by the seed after two unclear answers, and says so', () => {
    const next = hear(intake(), 'hm');
    expect(next).toMatchObject({ kind: 'ask', text: expect.stringContaining('did not make that out') });
    if (next.kind !== 'ask') return;
    const chosen = hear(next.intake, '…');
    expect(chosen).toEqual(hear(next.intake, '?'));
    expect(chosen).toMatchObject({ kind: 'chosen', level: 'L5' });
    expect(chosen.text).toMatch(/did not hear an area.*did not hear a level/);
  });
});
