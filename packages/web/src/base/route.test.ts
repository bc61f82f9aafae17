import { expect, it } from 'vitest';
import { beginPath, comparePath, interviewPath, momentIn, replayPath, routeOf } from './route.ts';

it.each([
  ['/', { page: 'home' }],
  ['/begin', { page: 'begin', system: undefined }],
  ['/begin/', { page: 'begin', system: undefined }],
  [beginPath('llm-serving'), { page: 'begin', system: 'llm-serving' }],
  [interviewPath('901e736e'), { page: 'interview', interview: '901e736e' }],
  [replayPath('901e736e'), { page: 'replay', interview: '901e736e' }],
  [comparePath('901e736e'), { page: 'compare', interview: '901e736e' }],
  ['/interviews', { page: 'unknown' }],
  ['/interviews/901e736e/replay/more', { page: 'unknown' }],
  ['/begin/llm-serving/more', { page: 'unknown' }],
  ['/interviews/901e736e/more', { page: 'unknown' }],
  ['/elsewhere', { page: 'unknown' }],
])('%s is a page', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

it.each([
  { turn: 4, quote: 'p99 < 200 ms & “cheap” = 50 %' },
  { turn: 0, quote: undefined },
])('an address keeps the moment %j', (moment) => {
  const path = replayPath('901e736e', moment);
  expect(momentIn(path.slice(path.indexOf('?')))).toEqual(moment);
});

it.each(['', '?turn=', '?turn=x', '?turn=-1', '?quote=a'])('“%s” names no moment', (search) => {
  expect(momentIn(search)).toBeUndefined();
});
