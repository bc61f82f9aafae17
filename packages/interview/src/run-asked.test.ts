import { describe, expect, it } from 'vitest';
import { asksForRun } from './run-asked.ts';

describe('whoever asks for a run of the board', () => {
  it.each([
    "Can you run what I've drawn and tell me where it breaks?",
    'Could you run my board?',
    'Can we simulate this design under the new load?',
    "Why didn't the board run?",
    'Why did you not run the design?',
    'Did my drawing run?',
    'Please run the board.',
    'Simulate my design at 5,000 requests a second, please.',
    'Can you run it?',
  ])('IN41 “%s” asks', (text) => expect(asksForRun(text)).toBe(true));

  it.each([
    'How big is the team that would run this?',
    'Could you run that by me again?',
    'Can this design run on one region?',
    'Would you run this on spot instances?',
    'We run it on H100s.',
    'Why would it not run out of memory?',
    'I would run the design review first.',
    'Can we run an A/B test of the board?',
    'How long do batch jobs run?',
  ])('IN41 “%s” does not', (text) => expect(asksForRun(text)).toBe(false));
});
