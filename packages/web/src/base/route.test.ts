import { expect, it } from 'vitest';
import { beginPath, interviewPath, routeOf } from './route.ts';

it.each([
  ['/', { page: 'home' }],
  ['/begin', { page: 'begin', system: undefined }],
  ['/begin/', { page: 'begin', system: undefined }],
  [beginPath('llm-serving'), { page: 'begin', system: 'llm-serving' }],
  [interviewPath('901e736e'), { page: 'interview', interview: '901e736e' }],
  ['/interviews', { page: 'unknown' }],
  ['/interviews/901e736e/more', { page: 'unknown' }],
  ['/elsewhere', { page: 'unknown' }],
])('%s is a page', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
