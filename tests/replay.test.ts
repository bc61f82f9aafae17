/** What a browser folds of the event stream is what the server shows as of a version, at every version. */
import { createApp } from '@dryrun/app';
import { realCatalogue, virtualWorld } from '@dryrun/app/testing';
import { InterviewId } from '@dryrun/domain';
import type { CandidateAction } from '@dryrun/domain';
import type { PublicEvent } from '@dryrun/interview';
import { createApi } from '@dryrun/server/api';
import { openMemoryStore } from '@dryrun/store';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { heardAt, reelOf } from '../packages/web/src/replay/reel.ts';

const host = '127.0.0.1:4310';
const Answer = z.looseObject({ version: z.number().optional(), interview: z.string().optional() });

const place = (id: string) => ({ op: 'place', component: { id, name: id } }) as const;
const anyAction: fc.Arbitrary<CandidateAction> = fc.oneof(
  fc
    .constantFrom('Who uses it?', 'I assume two million a day.', 'A cache, since reads repeat.')
    .map((text) => ({ type: 'Say', text, channel: 'typed' }) as const),
  fc.constantFrom('api', 'cache').map((id) => ({ type: 'ChangeBoard', operations: [place(id)] }) as const),
  fc.constantFrom('hint', 'repeat', 'time').map((help) => ({ type: 'RequestHelp', help }) as const),
  fc.constantFrom(
    { type: 'RequestNextPhase' } as const,
    { type: 'Pause' } as const,
    { type: 'Resume' } as const,
    { type: 'WriteNote', text: 'p99' } as const,
    { type: 'ChangePace', pace: 2 } as const,
    { type: 'End' } as const,
  ),
);
const anyStory = fc.array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), anyAction), {
  minLength: 1,
  maxLength: 8,
});

/** A story told to a server, with a branch of it where one may be, as pages see both. */
const told = async (story: readonly (readonly [number, CandidateAction])[], branchAt: number) => {
  const world = virtualWorld();
  const store = openMemoryStore();
  const app = createApp({ store, catalogue: await realCatalogue(), world });
  const stopping = new AbortController();
  const api = createApi({ app, version: 'test', stopping: stopping.signal, onFault: () => {} });
  const call = async (path: string, body?: object): Promise<z.infer<typeof Answer>> => {
    const response = await api.request(`http://${host}/api/interviews${path}`, {
      headers: { host, 'content-type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    await app.settled();
    return Answer.parse(await response.json());
  };
  const { interview } = await call('', {
    system: 'llm-serving',
    level: 'L6',
    format: 'interview-45',
    seed: 7,
  });
  for (const [pauseMs, action] of story) {
    await world.pass(pauseMs);
    await call(`/${interview}/commands`, { action });
  }
  const { interview: branch } = await call(`/${interview}/forks`, { version: branchAt });
  return {
    app,
    store,
    call,
    interviews: [interview, branch].filter(Boolean).map((id) => InterviewId.parse(id)),
  };
};

const streamed = async (follow: AsyncGenerator<PublicEvent>, last: number, leave: () => void) => {
  const events: PublicEvent[] = [];
  for await (const event of follow) {
    events.push(event);
    if (event.version >= last) break;
  }
  leave();
  return events;
};

describe('a replay', () => {
  it('RP1 shows at every version what the server shows as of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, fc.integer({ min: 1, max: 12 }), async (story, branchAt) => {
        const { app, store, call, interviews } = await told(story, branchAt);
        for (const interview of interviews) {
          const { version: last } = await call(`/${interview}`);
          const leaving = new AbortController();
          const events = await streamed(app.follow(interview, 0, leaving.signal), last ?? 0, () =>
            leaving.abort(),
          );
          const reel = reelOf(JSON.parse(JSON.stringify(events)));
          const kept = (await store.read(interview)).length;
          for (let version = 1; version <= kept; version++) {
            const shown = await call(`/${interview}?version=${version}`);
            expect(JSON.parse(JSON.stringify(heardAt(reel, version).view))).toEqual(shown);
          }
        }
      }),
      { seed: 20_261_121, numRuns: 12 },
    );
  });
});
