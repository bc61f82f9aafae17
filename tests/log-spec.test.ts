import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applicationCommands,
  candidateCommands,
  InterviewEvent,
  moved,
  MOVES,
  read,
  saidAndDrawn,
} from '@dryrun/domain';
import { describe, expect, it } from 'vitest';

const page = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8');
const log = page('docs/spec/log.md');

/** Rows of the table under a heading, as cells. */
const rows = (heading: string) =>
  (log.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
const names = (cell: string | undefined) => [...(cell ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1]);
const typeOf = (shape: { readonly shape: { readonly type: { readonly value: string } } }) =>
  shape.shape.type.value;

describe('docs/spec/log.md', () => {
  it.each([
    ['said and drawn', saidAndDrawn],
    ['read', read],
    ['moved', moved],
  ] as const)('LOG6 lists every event of the family %s, and no other', (family, events) => {
    const listed = rows('The three families').filter((cells) => cells[2] === family);
    expect(listed.flatMap((cells) => names(cells[1]))).toEqual(events.map(({ unwrap }) => typeOf(unwrap())));
  });

  it('LOG3 lists every command with its owner', () => {
    const owned = (owners: readonly string[]) =>
      rows('The commands')
        .filter((cells) => owners.includes(cells[2] ?? ''))
        .flatMap((cells) => names(cells[1]))
        .sort();
    const candidates = candidateCommands.map(({ unwrap }) => typeOf(unwrap()));
    const applications = applicationCommands.map(({ unwrap }) => typeOf(unwrap()));
    expect(owned(['candidate', 'the clock', 'the application'])).toEqual(
      [...candidates, ...applications].sort(),
    );
  });

  it('LOG4 an event of an unknown shape is not read as a known one', () => {
    expect(InterviewEvent.safeParse({ type: 'EndRequested', extra: 1 }).success).toBe(false);
    expect(InterviewEvent.safeParse({ type: 'SomethingElse' }).success).toBe(false);
  });
});

describe('the counts that documents give', () => {
  it('are those of the code', () => {
    const events = saidAndDrawn.length + read.length + moved.length;
    const commands = candidateCommands.length + applicationCommands.length;
    expect(page('CHANGELOG.md')).toContain(`${events} events, ${commands} commands`);
    expect(page('docs/glossary.md')).toContain(`one of ${MOVES.length}.`);
  });
});
