/** An old interview as a file to bring in, with a board drawn and two runs made while it was held. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { StoredEvent } from '@dryrun/domain';
import type { InterviewEvent } from '@dryrun/domain';

const FOLDER = new URL('../../old-logs/2026-11-27-llm-serving/', import.meta.url);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Beside what the candidate says: after so many of their turns. */
const drawn = (run: string): readonly (readonly [turns: number, event: object])[] => [
  [
    5,
    {
      type: 'BoardChanged',
      operations: [box('users', 'client', 0, 120), box('gateway', 'gateway', 240, 120)],
    },
  ],
  [5, { type: 'BoardChanged', operations: [arrow('users', 'gateway')] }],
  [
    6,
    {
      type: 'BoardChanged',
      operations: [box('router', 'load-balancer', 480, 120), arrow('gateway', 'router')],
    },
  ],
  [7, { type: 'NoteWritten', text: 'prefix is the same in every prompt' }],
  [
    8,
    {
      type: 'BoardChanged',
      operations: [
        box('replica 1', 'llm-server', 720, 40),
        box('replica 2', 'llm-server', 720, 200),
        arrow('router', 'replica 1'),
        arrow('router', 'replica 2'),
      ],
    },
  ],
  [11, { type: 'RunRead', run, make: { kind: 'built-in', version: '1' }, load: 1 }],
  [12, { type: 'RunRead', run, make: { kind: 'built-in', version: '1' }, load: 10, bottleneck: 'replica 1' }],
  [13, { type: 'BoardChanged', operations: [{ op: 'move', id: 'replica 2', x: 720, y: 240 }] }],
];

/** The one that is held with today's content. */
export const TODAYS = new URL('../../golden/llm-serving-staff/', import.meta.url);

export const goldenFile = async (
  interview: string,
  transform = (events: StoredEvent[]) => events,
  folder = FOLDER,
) => {
  const held = JSON.stringify(JSON.parse(await readFile(new URL('held.json', folder), 'utf8')));
  const lines = (await readFile(new URL('log.jsonl', folder), 'utf8')).trim().split('\n');
  const report = '{}';
  const told: { readonly at: number; readonly command: string; readonly event: object }[] = [];
  let turns = 0;
  for (const line of lines) {
    const { at, command, event } = StoredEvent.parse(JSON.parse(line));
    if (event.type === 'DebriefRead') continue;
    told.push({ at, command, event: withContent(event, hashOf(held)) });
    if (event.type !== 'CandidateSpoke') continue;
    turns += 1;
    for (const [index, [after, added]] of drawn(hashOf(report)).entries())
      if (after === turns) told.push({ at, command: `drawn-${index}`, event: added });
  }
  const events = told.map((each, index) =>
    StoredEvent.parse({ ...each, interview, version: index + 1, schema: 1 }),
  );
  return {
    format: 'dryrun-interview',
    formatVersion: 1,
    interview,
    events: transform(events),
    contents: { [hashOf(held)]: held, [hashOf(report)]: report },
  };
};

/** Brings it in, and answers when its debrief is written. */
export const bringIn = async (url: string, interview: string, folder = FOLDER) => {
  const response = await fetch(`${url}/api/imports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(await goldenFile(interview, undefined, folder)),
  });
  if (!response.ok) throw new Error(`Expected the file to be taken; found ${await response.text()}`);
  await debriefOf(url, interview);
  return interview;
};

export const debriefOf = async (url: string, interview: string): Promise<void> => {
  for (let asked = 0; asked < 100; asked++) {
    if ((await fetch(`${url}/api/interviews/${interview}/debrief`)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Expected the debrief of ${interview} to be written; it was not.`);
};

const withContent = (event: InterviewEvent, content: string): object =>
  event.type === 'InterviewOpened' ? { ...event, content } : event;

const box = (id: string, kind: string, x: number, y: number) => ({
  op: 'place',
  component: { id, kind, name: id, x, y },
});
const arrow = (from: string, to: string) => ({
  op: 'connect',
  connection: { id: `${from} to ${to}`, from, to },
});
