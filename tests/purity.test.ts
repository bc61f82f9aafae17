/**
 * Levels 0 and 1 reach for no clock, no chance and no world: their tests' work is done again here with globals that
 * throw when they are touched. The compiler forbids DOM and Node; this forbids what every JavaScript has.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, hold } from '@dryrun/content';
import { applyOperations, emptyBoard } from '@dryrun/design';
import { CommandId, ContentHash, InterviewId } from '@dryrun/domain';
import type { Action, StoredEvent } from '@dryrun/domain';
import { decide, hasBegun, notBegun, publish, viewAt } from '@dryrun/interview';
import type { InterviewState } from '@dryrun/interview';
import { clockFace, parseDurationMs, spokenDuration } from '@dryrun/quantities';
import { didYouMean } from '@dryrun/text';
import layers from '../layers.json' with { type: 'json' };
import { reportOf } from './testing/golden.ts';

const root = join(import.meta.dirname, '..');

/** Globals that a pure function has no use for, and what of a global it must not call. */
const FORBIDDEN = [
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'performance',
  'crypto',
  'process',
] as const;
const METHODS: readonly (readonly [object, string])[] = [
  [Date, 'now'],
  [Math, 'random'],
  [String.prototype, 'localeCompare'],
  [String.prototype, 'toLocaleLowerCase'],
  [String.prototype, 'toLocaleUpperCase'],
  [Number.prototype, 'toLocaleString'],
  [Date.prototype, 'toLocaleString'],
  [Date.prototype, 'getTimezoneOffset'],
];

const withThrowingGlobals = <Value>(run: () => Value): Value => {
  const globals = FORBIDDEN.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const methods = METHODS.map(
    ([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const,
  );
  const touched: string[] = [];
  const trap = (name: string) => () => {
    touched.push(name);
    throw new Error(`A pure package touched ${name}.`);
  };
  for (const name of FORBIDDEN)
    Object.defineProperty(globalThis, name, { configurable: true, get: trap(name) });
  for (const [owner, name] of METHODS)
    Object.defineProperty(owner, name, { configurable: true, value: trap(name) });
  try {
    const value = run();
    // Thrown and swallowed is touched all the same.
    if (touched.length > 0) throw new Error(`A pure package touched ${touched.join(', ')}.`);
    return value;
  } finally {
    for (const [name, descriptor] of globals)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    for (const [owner, name, descriptor] of methods)
      if (descriptor) Object.defineProperty(owner, name, descriptor);
  }
};

const contentFiles = () => {
  const folder = join(root, 'content');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(yaml|md)$/.test(path))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }));
};

/** An interview from the first word to the last over the real content, by pure functions alone. */
const anInterview = (files: ReturnType<typeof contentFiles>) => {
  const { value: catalogue } = compile(files);
  const held = hold(catalogue, { system: 'llm-serving', format: 'interview-45' });
  if ('code' in held) throw new Error(held.message);
  const { content, plan } = held;
  let state = theBeginning();
  let at = 1_800_000_000_000;
  const events: StoredEvent[] = [];
  const take = (action: Action) => {
    const decision = decide({ id: COMMAND, at, action }, state, content);
    if (decision.kind === 'refused') return;
    state = decision.state;
    for (const event of decision.events) {
      events.push({
        interview: INTERVIEW,
        version: events.length + 1,
        at,
        command: COMMAND,
        schema: 1,
        event,
      });
    }
  };
  const terms = {
    system: 'llm-serving',
    level: 'L6',
    format: 'interview-45',
    mode: 'real',
    persona: 'warm',
    focus: [],
    pace: 1,
    seed: 3,
  } as const;
  take({ type: 'OpenInterview', terms, content: HASH, plan });
  for (let step = 0; step < 400 && state.status !== 'closed'; step++) {
    const report = hasBegun(state) ? reportOf(state, content, events) : undefined;
    at += 20_000;
    if (report) take(report);
    else if (step % 5 === 0) take({ type: 'Wake' });
    else
      take({
        type: 'Say',
        text: 'We cache the prefix and batch what is left. Could you repeat that?',
        channel: 'typed',
      });
  }
  return {
    state,
    view: viewAt(events, { version: events.length }),
    published: events.flatMap((event) => publish(event) ?? []),
  };
};

const theBeginning = (): InterviewState => notBegun;

const swallowed = (run: () => unknown) => {
  try {
    run();
  } catch {
    // As a careless function would.
  }
};

const COMMAND = CommandId.parse('pure');
const HASH = ContentHash.parse('0'.repeat(64));
const INTERVIEW = InterviewId.parse('pure-interview');

describe('pure packages', () => {
  let files: ReturnType<typeof contentFiles>;
  beforeAll(() => {
    files = contentFiles();
  });

  it('hold an interview with a world that throws', () => {
    const { state, view, published } = withThrowingGlobals(() => anInterview(files));
    expect(state.status).toBe('closed');
    expect(view.turns.length).toBeGreaterThan(20);
    expect(published.length).toBeGreaterThan(50);
  });

  it('do the rest of their work in it too', () => {
    withThrowingGlobals(() => {
      expect(didYouMean('naws-feed', ['news-feed'])).toContain('news-feed');
      expect([parseDurationMs('45s'), clockFace(61_000), spokenDuration(90_000)]).toEqual([
        45_000,
        '01:01',
        '2 minutes',
      ]);
      expect(applyOperations(emptyBoard, [{ op: 'clear' }])).toEqual(emptyBoard);
    });
  });

  it('would be caught', () => {
    expect(() => withThrowingGlobals(() => Math.random())).toThrow('A pure package touched random.');
    expect(() => withThrowingGlobals(() => swallowed(() => Date.now()))).toThrow(
      'A pure package touched now.',
    );
  });

  it('name none of it in their sources', () => {
    const named =
      /\b(Date\.now|new Date\(\)|Math\.random|localeCompare|toLocale\w+|Intl\.|performance\.|globalThis)\b/;
    const pure = Object.entries(layers.levels).filter(
      ([name, level]) => level <= layers.pureUpToLevel && !layers.arriving.includes(name),
    );
    const sources = pure.flatMap(([name]) => {
      const folder = join(root, 'packages', name, 'src');
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('testing'))
        .map((path) => join(folder, path));
    });
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((path) => named.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
