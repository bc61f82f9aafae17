import { describe, expect, it } from 'vitest';
import { Problem } from './problems.ts';
import { apiClient } from './testing/client.ts';

const WORDS = 'My name is Ada Lovelace, ada@example.org, of Acme: who uses it?';

const closed = async () => {
  const client = await apiClient();
  const interview = await client.open();
  const command = (action: object) => client.send(`/api/interviews/${interview}/commands`, { action });
  await command({ type: 'Say', text: WORDS });
  await command({ type: 'WriteNote', text: 'Breathe.' });
  await client.app.settled();
  const before = await client.request(`/api/interviews/${interview}/export?to=html`);
  await command({ type: 'End' });
  await client.app.settled();
  const exported = (query: string) => client.request(`/api/interviews/${interview}/export${query}`);
  return { ...client, interview, before, exported };
};

describe('exports over HTTP', () => {
  it('EX1 EX5 answers in the form asked for, as a file to save', async () => {
    const { interview, before, exported } = await closed();
    expect(before.status).toBe(409);
    const json = await exported('');
    expect(json.headers.get('content-type')).toBe('application/json');
    expect(JSON.stringify(await json.json())).toContain('Breathe.');
    for (const [to, type] of [
      ['md', 'text/markdown; charset=utf-8'],
      ['html', 'text/html; charset=utf-8'],
    ] as const) {
      const answer = await exported(`?to=${to}`);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="dryrun-${interview}.${to}"`,
      );
      const text = await answer.text();
      expect(text).toContain('ada@example.org');
      expect(text).not.toContain('Breathe.');
      expect(await (await exported(`?to=${to}&notes=true`)).text()).toContain('Breathe.');
    }
    const other = await exported('?to=pdf');
    expect(other.status).toBe(422);
    expect(Problem.parse(await other.json()).detail).toContain('"html"');
  });

  it('EX17 EX21 redacts, and says how much in a header', async () => {
    const { exported } = await closed();
    const answer = await exported(`?to=html&redact=true&redactAlso=${encodeURIComponent('Acme,Müßig')}`);
    const text = await answer.text();
    for (const word of ['Ada', 'Lovelace', 'example.org', 'Acme', 'Müßig']) expect(text).not.toContain(word);
    expect(decodeURIComponent(answer.headers.get('dryrun-redacted') ?? '')).toMatch(
      /^Redacted in \d+ places: 1 e-mail address, 1 listed word, 1 name\. Not found: “Müßig”\.$/,
    );
    expect((await exported('?redact=true')).status).toBe(422);
  });

  it('EX7 EX16 a page to be shown has a policy that lets it ask for nothing, and only this origin frame it', async () => {
    const { exported } = await closed();
    const answer = await exported('?to=html&inline=true');
    expect(answer.headers.get('content-disposition')).toBe('inline');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('unsafe');
  });
});
