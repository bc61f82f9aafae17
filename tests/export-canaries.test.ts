/** What an export reveals of a sheet: what a line said, and what the debrief itself tells. */
import { createApp } from '@dryrun/app';
import { realCatalogue, virtualWorld } from '@dryrun/app/testing';
import { toySheet } from '@dryrun/domain/testing';
import { openMemoryStore } from '@dryrun/store';
import { describe, expect, it } from 'vitest';
import { plant, sung } from './testing/canaries.ts';

describe('canaries in exports', () => {
  it('EX3 nothing of a sheet is in one that was not said, and that the debrief does not tell', async () => {
    const catalogue = await realCatalogue();
    for (const sheet of [toySheet, ...catalogue.sheets.values()]) {
      const planted = plant(sheet);
      const held = { ...catalogue, sheets: new Map([['llm-serving', planted.sheet]]) };
      const app = createApp({ store: openMemoryStore(), catalogue: held, world: virtualWorld() });
      const outcome = await app.open({
        system: 'llm-serving',
        level: 'L5',
        format: 'interview-45',
        mode: 'coach',
      });
      if (!outcome.done) throw new Error(outcome.refusal.message);
      const { interview } = outcome.value;
      await app.settled();
      for (const [fact] of sheet.facts.map(({ asks }) => asks)) {
        await app.send(interview, { type: 'Say', text: `What about ${fact}?`, channel: 'typed' });
        await app.settled();
      }
      await app.send(interview, { type: 'RequestHelp', help: 'hint' });
      await app.settled();
      await app.send(interview, { type: 'End' });
      await app.settled();
      const view = await app.view(interview);
      const debrief = await app.debrief(interview);
      const revealed = new Set(sung(JSON.stringify([view?.turns, debrief]), planted));
      for (const to of ['md', 'html'] as const) {
        const file = await app.exportAs(interview, { to });
        const found = file.done ? sung(file.value.text, planted) : ['nothing was exported'];
        expect(found.length).toBeGreaterThan(0);
        expect(found.filter((field) => !revealed.has(field))).toEqual([]);
      }
    }
  }, 60_000);
});
