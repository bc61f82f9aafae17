import { describe, expect, it } from 'vitest';
import { askedOf } from './wish.ts';

describe('what is asked for', () => {
  it('TE10 has its defaults, and leaves to the intake what the intake asks', () => {
    expect(askedOf({})).toEqual({ format: 'interview-45' });
  });

  it('TE10 reads every option', () => {
    const options = {
      level: 'l6',
      format: 'drill-10',
      mode: 'coach',
      persona: 'Warm',
      focus: 'trade-offs, production,trade-offs',
      pace: '1.5',
      seed: '7',
    };
    expect(askedOf(options)).toEqual({
      level: 'L6',
      format: 'drill-10',
      mode: 'coach',
      persona: 'warm',
      focus: ['trade-offs', 'production'],
      pace: 1.5,
      seed: 7,
    });
  });

  it.each([
    [{ level: 'L66' }, 'Did you mean “L6”'],
    [{ mode: 'raal' }, 'Did you mean “real”?'],
    [{ persona: 'skeptical' }, 'Did you mean “sceptical”?'],
    [{ focus: 'trade-offs,productoin' }, 'Did you mean “production”?'],
    [{ pace: '3' }, 'one of 1, 1.5, 2, untimed'],
    [{ seed: '-1' }, 'whole number from 0'],
    [{ seed: '99999999999' }, 'whole number from 0'],
  ])('TE10 refuses %j with the nearest names', (options, told) =>
    expect(() => askedOf(options)).toThrow(told),
  );
});
