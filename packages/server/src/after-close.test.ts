import { describe, expect, it } from 'vitest';
import { Problem } from './problems.ts';
import { NamedDebrief, Palette, Reference, Said, ViewShape } from './schemas.ts';
import { apiClient } from './testing/client.ts';

const client = async () => {
  const made = await apiClient();
  const act = async (interview: string, action: object) => {
    const response = await made.send(`/api/interviews/${interview}/commands`, { action });
    await made.app.settled();
    return response;
  };
  const get = (path: string) => made.request(path);
  return { ...made, act, get };
};

describe('what is told once an interview is closed', () => {
  it('WB14 the reference: answers, and designs that run', async () => {
    const { open, act, get } = await client();
    const interview = await open();
    const early = await get(`/api/interviews/${interview}/reference`);
    expect([early.status, Problem.parse(await early.json()).type]).toEqual([409, 'urn:dryrun:not-closed']);
    await act(interview, { type: 'End' });
    const reference = Reference.parse(await (await get(`/api/interviews/${interview}/reference`)).json());
    expect(reference.designs.map(({ id }) => id).sort()).toEqual(['scale', 'simple']);
    expect(reference.moments.length).toBeGreaterThan(2);
    expect(reference.facts.length).toBeGreaterThan(5);
  });

  it('WB14 nothing where there is no sheet, and nobody where there is no interview', async () => {
    const { open, act, get } = await client();
    const interview = await open({ system: 'fraud-detection', level: 'L5', format: 'drill-10' });
    await act(interview, { type: 'End' });
    const reference = Reference.parse(await (await get(`/api/interviews/${interview}/reference`)).json());
    expect(reference).toEqual({ moments: [], facts: [], items: [], twists: [], designs: [] });
    expect((await get('/api/interviews/nobody-here/reference')).status).toBe(404);
  });

  it('WB13 a contested mark, with when it was written', async () => {
    const { open, act, get, world } = await client();
    const interview = await open();
    await act(interview, { type: 'End' });
    const { hash } = NamedDebrief.parse(await (await get(`/api/interviews/${interview}/debrief`)).json());
    const contest = { type: 'ContestReading', debrief: hash, mark: 'strategy', reason: 'Nobody asked.' };
    expect((await act(interview, contest)).status).toBe(200);
    const view = ViewShape.parse(await (await get(`/api/interviews/${interview}`)).json());
    expect(view.contested).toEqual([
      { debrief: hash, mark: 'strategy', reason: 'Nobody asked.', at: world.now() },
    ]);
    const wrong = await act(interview, { ...contest, debrief: 'a'.repeat(64) });
    expect(Problem.parse(await wrong.json()).type).toBe('urn:dryrun:no-such-debrief');
  });
});

describe('past interviews by their words', () => {
  it('WB15 WB16 are found by what was said, with what stands around it, and by no note', async () => {
    const { open, act, get } = await client();
    const [one, other] = [await open(), await open()];
    await act(one, { type: 'Say', text: 'Chargebacks arrive after sixty days.' });
    await act(other, { type: 'WriteNote', text: 'Chargebacks, later.' });
    const { said } = Said.parse(await (await get('/api/said?words=CHARGEBACKS%20zeppelin')).json());
    expect(said).toEqual([
      { interview: one, words: ['chargebacks'], turn: 2, excerpt: 'Chargebacks arrive after sixty days.' },
    ]);
    expect((await get('/api/said?words=')).status).toBe(422);
  });
});

it('the palette is everybody’s', async () => {
  const { get } = await client();
  const { kinds } = Palette.parse(await (await get('/api/palette')).json());
  expect(kinds.length).toBeGreaterThan(20);
});
