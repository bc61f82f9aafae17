import { createApp } from '@dryrun/app';
import { realCatalogue, virtualWorld } from '@dryrun/app/testing';
import type { InterviewId } from '@dryrun/domain';
import { openMemoryStore } from '@dryrun/store';
import { createApi } from '../api.ts';
import { Named } from '../schemas.ts';

export const WISH = { system: 'llm-serving', level: 'L6', format: 'interview-45' } as const;

/** The API in this process, over memory and virtual time, spoken to as a browser on this machine would. */
export const apiClient = async (wrapStore = (store: ReturnType<typeof openMemoryStore>) => store) => {
  const faults: unknown[] = [];
  const stopping = new AbortController();
  const world = virtualWorld();
  const store = wrapStore(openMemoryStore());
  const app = createApp({
    store,
    catalogue: await realCatalogue(),
    world,
    onFault: (fault) => faults.push(fault),
  });
  const api = createApi({
    app,
    version: '0.0.0-test',
    stopping: stopping.signal,
    onFault: (fault) => faults.push(fault),
  });

  const request = async (path: string, init: RequestInit = {}) =>
    api.request(`http://127.0.0.1:4310${path}`, {
      ...init,
      headers: { host: '127.0.0.1:4310', ...init.headers },
    });
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const open = async (wish: object = WISH): Promise<InterviewId> => {
    const response = await send('/api/interviews', wish);
    const { interview } = Named.parse(await response.json());
    await app.settled();
    return interview;
  };
  return { api, app, store, world, faults, stopping, request, send, open };
};
