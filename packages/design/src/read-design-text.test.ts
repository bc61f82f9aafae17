import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAny } from './read-any.ts';
import { readDesignText } from './read-design-text.ts';
import { palette } from './testing/palette.ts';

const YAML = `components:
  - { id: users, kind: client }
  - id: api
    kind: server
    service:
      mean: 10ms
workload: { from: users, rps: 10 }
`;

const found = (text: string) =>
  readDesignText(text, palette).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('a design as text', () => {
  it('DG16 reads YAML and JSON', () => {
    const json = '{\n\t"components": [{ "id": "users", "kind": "client" }],\n\t"workload": { "rps": 1 }\n}';
    expect(readDesignText(YAML, palette).design?.components[1]?.settings).toMatchObject({
      'service.mean': 0.01,
    });
    expect(found(json)).toEqual([]);
  });

  it.each([
    [YAML.replace('10ms', '10'), 'missing-unit 6:7'],
    [YAML.replace('kind: server', 'kind: srver'), 'unknown-kind 4:5'],
    [YAML.replace('from: users', 'from: user'), 'unknown-component 7:13'],
    [YAML.replace('id: api', 'id: ['), 'syntax'],
    ['a: *nowhere', 'unreadable 1:1'],
    ['- 1', 'wrong-form 1:1'],
    ['', 'wrong-form 1:1'],
    [`${'['.repeat(100_000)}`, ''],
    ['x'.repeat(2_000_001), 'too-large 1:1'],
  ])('DG16 says where (%#)', (text, told) => {
    const [first] = found(text);
    expect(first).toEqual(expect.stringContaining(told));
    expect(first).not.toContain('undefined');
  });

  it('DG16 a bomb of aliases is a finding, and a ring of them is no trap', () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array.from({ length: 10 }, () => `*a${at}`).join(', ')}]`,
    );
    expect(found(`a0: &a0 [x]\n${levels.join('\n')}`)).toEqual(['unreadable 1:1']);
    expect(
      readDesignText('components: [&a { id: x, kind: server, settings: *a }]', palette).design,
    ).toBeUndefined();
  });

  it('DG16 never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc
            .integer({ min: 0, max: YAML.length })
            .map((at) => `${YAML.slice(0, at)}{ &a *a !!set ? "${YAML.slice(at)}`),
        ),
        (text) => {
          for (const { line, column } of readDesignText(text, palette).findings)
            expect([line, column].every((one) => one !== undefined && one >= 1)).toBe(true);
        },
      ),
      { seed: 16, numRuns: 500 },
    ));

  const CHECKED = `# a comment
name: checked
components:
  - { id: users, kind: client }
  - id: api
    kind: service
    replicas: 1
  - id: model
    kind: llm-server
    settings:
      replicas: 1
  - { id: log, kind: queue, settings: { queueLimit: 100 } }
connections:
  - { from: users, to: api, timeout: 1s }
  - from: api
    to: model
    settings: { timeout: 2s, retries: 1 }
  - { from: api, to: log, mode: async }
workload: { rps: 10 }
objectives:
  - { measure: p99, atMost: 1s, component: log }
`;

  it('DG44 a rule\u2019s finding has the line and column of its setting, or else of what it is about', () => {
    const { findings } = checkAny(CHECKED, palette);
    const places = findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
    expect(places).toEqual([
      'dead-end-queue 12:5',
      'single-point-of-failure 7:5',
      'single-point-of-failure 11:7',
      'no-monitoring 8:5',
      'timeout-inversion 14:29',
    ]);
  });

  it('DG44 finds settings nested and dotted, and one workload beside a list of them', () => {
    const nested = CHECKED.replace('timeout: 1s }', "settings: { 'timeout': 1s } }");
    expect(checkAny(nested, palette).findings).toContainEqual(
      expect.objectContaining({
        code: 'timeout-inversion',
        line: 14,
        column: 41,
        path: ['connections', 0, 'settings', 'timeout'],
      }),
    );
  });

  it('DG44 a flowchart has lines and columns too', () => {
    const { findings } = checkAny(
      'flowchart LR\n  users[Users] --> api\n  api[API] -->|50ms| model{{LLM server}}\n\n  users --> what\n',
      palette,
    );
    const places = findings.map(({ code, line, column }) => `${code} ${line}:${column}`);
    expect(places).toEqual([
      'unrecognised 5:13',
      'unread-label 3:12',
      'no-workload undefined:undefined',
      'no-monitoring 3:22',
      'no-timeout 3:12',
    ]);
  });
});
