import { describe, expect, it } from 'vitest';
import { choicesFrom, DEFAULT_CHOICES, optionsOf } from './choices.ts';

const options = optionsOf({
  levels: [
    { id: 'L5', title: 'Senior', distinction: 'd' },
    { id: 'L6', title: 'Staff', distinction: 'd' },
  ],
  formats: [
    { id: 'interview-45', title: '45-minute interview', opening: 'vague', minutes: 45, phases: [] },
    { id: 'drill-10', title: 'Drill', opening: 'clear', minutes: 10, phases: [] },
  ],
});

describe('the choices before an interview', () => {
  it.each([
    ['nothing', undefined],
    ['what is no JSON', '{'],
    ['what is no object', '7'],
    ['what is offered no more', '{"level":"L9","format":"chess","mode":"loud","pace":3}'],
  ])('are the defaults after %s', (_, text) => {
    expect(choicesFrom(text, options)).toEqual(DEFAULT_CHOICES);
  });

  it('are the last ones, field by field', () => {
    expect(choicesFrom('{"level":"L6","format":"drill-10","pace":"untimed"}', options)).toEqual({
      ...DEFAULT_CHOICES,
      level: 'L6',
      format: 'drill-10',
      pace: 'untimed',
    });
  });

  it('WB27 keep of a focus what is still a dimension, in the order of the eight', () => {
    expect(choicesFrom('{"focus":["trade-offs","chess","technical-depth"]}', options).focus).toEqual([
      'technical-depth',
      'trade-offs',
    ]);
    expect(choicesFrom('{"focus":"trade-offs"}', options).focus).toEqual([]);
  });

  it('list formats by their length', () => {
    expect(options.format.map(({ value }) => value)).toEqual(['drill-10', 'interview-45']);
  });
});
