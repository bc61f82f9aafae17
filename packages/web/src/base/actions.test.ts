import { describe, expect, it } from 'vitest';
import { actionFor } from './actions.ts';
import type { Action, Press } from './actions.ts';

const action = (name: string, key: string, enabled = true): Action => ({
  name,
  label: name,
  keys: [key],
  enabled: () => enabled,
  run: () => undefined,
});
const actions = [
  action('search', '/'),
  action('theme', 't'),
  action('clear', 'Escape', false),
  action('close', 'Escape'),
];
const press = (key: string, change: Partial<Press> = {}): Press => ({
  key,
  modified: false,
  writing: 'no',
  ...change,
});

describe('the action a key means', () => {
  it.each([
    ['a key', press('/'), 'search'],
    ['the first that is enabled', press('Escape'), 'close'],
    ['nothing with Ctrl, Alt or Meta', press('t', { modified: true }), undefined],
    ['nothing for a letter in a field', press('t', { writing: 'empty-field' }), undefined],
    ['a sign no word begins with, in an empty field', press('/', { writing: 'empty-field' }), 'search'],
    [
      'nothing for the same sign once something is written',
      press('/', { writing: 'filled-field' }),
      undefined,
    ],
    ['a key that writes nothing, in any field', press('Escape', { writing: 'filled-field' }), 'close'],
  ])('is %s', (_, pressed, name) => {
    expect(actionFor(actions, pressed, { characters: true })?.name).toBe(name);
  });

  it('is nothing for single characters when they are turned off', () => {
    expect(actionFor(actions, press('/'), { characters: false })).toBeUndefined();
    expect(actionFor(actions, press('Escape'), { characters: false })?.name).toBe('close');
  });
});
