import { describe, expect, it } from 'vitest';
import { listOf } from './listed.ts';
import { redactedSaid, redactorFor } from './redactor.ts';

const redacted = (text: string, listed: readonly string[] = []) => redactorFor([text], listed).text(text);

describe('what gives a person away', () => {
  it.each([
    ['Write to ada.l+x@mail.example.co.uk, please.', 'Write to [redacted], please.'],
    ['ada at example dot org', '[redacted]'],
    ['It is on https://acme.example/a?b=c#d.', 'It is on [redacted].'],
    ['(see www.acme.example/x)', '(see [redacted])'],
    ['My code: github.com/ada/lovelace, since 2019.', 'My code: [redacted], since 2019.'],
    ['ssh://git@host/x and mailto:ada@example.org', '[redacted] and [redacted]'],
    ['Call +49 171 234 56 78 today.', 'Call [redacted] today.'],
    ['+1 (555) 010-9999', '[redacted]'],
    ['It is 555-010-9999 or (555) 010-9999.', 'It is [redacted] or [redacted].'],
    ['Ring 0171 2345678.', 'Ring [redacted].'],
    ['my phone is 5550109999', 'my phone is [redacted]'],
    ['My number is 555 010 9999, ok', 'My number is [redacted], ok'],
  ])('EX17 in %j', (text, left) => expect(redacted(text)).toBe(left));

  it.each([
    '10 000 000 requests, 1,000,000 tokens, 128 256 1024',
    '+10 000 000 users, +5000000 a day',
    '2026-11-30, 10.0.0.1, 192.168.100.200, 0.0001, 99.99 %',
    'p99 of 250-300 ms, 4096x4096, 7e9, 1/1000',
    'recall@10 and precision@5, e.g. 100-200 rps',
    'i.e. one node.So it goes; v1.2.3; 08:30-09:15; 1700000000000',
    '784-512-256, 0.95 0.99 0.999 0.9999',
  ])('EX19 nothing in %j', (text) => expect(redacted(text)).toBe(text));

  it.each([
    [
      'My name is Ada Lovelace. Ask Ada; Lovelace knows, ADA too.',
      'My name is [redacted]. Ask [redacted]; [redacted] knows, [redacted] too.',
    ],
    ['Hi, I’m Ada, and ada types.', 'Hi, I’m [redacted], and [redacted] types.'],
    [
      'I am Ada King and I scale things. King of what?',
      'I am [redacted] and I scale things. [redacted] of what?',
    ],
    ['my name is ada and Ada it is', 'my name is [redacted] and [redacted] it is'],
    ['My manager Grace Hopper gave us grace.', 'My manager [redacted] gave us grace.'],
    [
      'Our CTO, Will Smith, said it will scale. Ask Will.',
      'Our CTO, [redacted], said it will scale. Ask [redacted].',
    ],
    ['Dr. Curie’s paper', 'Dr. [redacted]’s paper'],
    [
      'My name is Anna van der Berg; the van is full. Berg',
      'My name is [redacted]; the van is full. [redacted]',
    ],
    ["Hello, this is Jean-Luc O’Brien. Ask O'Brien.", 'Hello, this is [redacted]. Ask [redacted].'],
    ['Hi, Priya here. priya!', 'Hi, [redacted] here. [redacted]!'],
    ['Name: J. Smith', 'Name: [redacted]'],
    ['Jane Doe, my manager, said so; Doe did.', '[redacted], my manager, said so; [redacted] did.'],
    ['My name is 李雷, 我是李雷的。', 'My name is [redacted], 我是[redacted]的。'],
  ])('EX20 in %j', (text, left) => expect(redacted(text)).toBe(left));

  it.each([
    'I am thinking of Kafka. I am AWS certified and Kafka is fine.',
    'I’m German-engineering this. It is Postgres.',
    'We call Redis first.',
  ])('EX20 no name in %j', (text) => expect(redacted(text)).toBe(text));

  it.each([
    [
      'At Acme we had ACME-prod, acme_db and AcmeCloud.',
      ['Acme'],
      'At [redacted] we had [redacted]-prod, [redacted]_db and [redacted]Cloud.',
    ],
    ['Initech, subinitech.', ['Initech'], '[redacted], sub[redacted].'],
    [
      'Big Corp, big-corp, BigCorp, BIG  CORP',
      ['Big Corp'],
      '[redacted], [redacted], [redacted], [redacted]',
    ],
    ['Arc has an architecture; the arc.', ['Arc'], '[redacted] has an architecture; the [redacted].'],
    ["AT&T and O’Reilly, O'Reilly", ['AT&T', "O'Reilly"], '[redacted] and [redacted], [redacted]'],
    ['Mu\u0308ller or M\u00fcller', ['Müller'], '[redacted] or [redacted]'],
    ['a redacted thing', ['redacted'], 'a [redacted] thing'],
    ['cost (a|b)* [x]', ['(a|b)*'], 'cost [redacted] [x]'],
  ])('EX18 %j without %j', (text, listed, left) => expect(redacted(text, listed)).toBe(left));

  it('EX17 what was known by its form is left out where a quote has cut the form off', () => {
    const { text } = redactorFor(['My phone is 5550109999, call any time.'], []);
    expect(text('“5550109999, call”')).toBe('“[redacted], call”');
  });

  it('EX17 an id of the board becomes a number, the same each time', () => {
    const { id } = redactorFor([], ['Acme', 'Initech']);
    const [one, two] = [id('acme-api'), id('initech-api')];
    expect(one).toMatch(/^redacted-\d+$/);
    expect(two).not.toBe(one);
    expect([id('acme-api'), id('cache')]).toEqual([one, 'cache']);
  });

  it('EX21 is counted by kind and place, and what was listed in vain is known', () => {
    const redactor = redactorFor(['I’m Ada, ada@example.org. Ada of Acme.'], ['Acme', 'Initech']);
    redactor.text('I’m Ada, ada@example.org. Ada of Acme.');
    expect(redactedSaid(redactor.count())).toBe(
      'Redacted in 4 places: 1 e-mail address, 1 listed word, 1 name.',
    );
    expect(redactor.missing()).toEqual(['Initech']);
    expect(redactedSaid(redactorFor([], []).count())).toBe('Nothing was found to redact.');
  });

  it('lists words by commas, and each once', () => {
    expect(listOf(' Acme, Big  Corp;Acme,, \n')).toEqual(['Acme', 'Big Corp']);
  });

  it('takes time in proportion to what was typed', () => {
    const long = [
      'a'.repeat(100_000),
      '1 '.repeat(50_000),
      'a.'.repeat(50_000),
      'My name is '.repeat(9000),
      `+${'1-'.repeat(50_000)}`,
    ];
    const began = performance.now();
    for (const text of long) redacted(text, ['Acme']);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
