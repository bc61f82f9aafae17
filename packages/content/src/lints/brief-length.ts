import { words } from './lint.ts';
import type { Lint } from './lint.ts';

const LEAST = 60;
const MOST = 150;

/** A clear opening says enough to begin with, and can be heard in one go. */
export const briefLength: Lint = ({ brief }) => {
  if (!brief || brief.value.clear === '') return [];
  const count = words(brief.value.clear).length;
  if (count >= LEAST && count <= MOST) return [];
  const line = brief.file.text.split('\n').findIndex((text) => text.trim() === '## Clear') + 1;
  const message = `Expected a clear opening of ${LEAST} to ${MOST} words; found ${count}.`;
  return [{ code: 'brief-length', message, file: brief.file.path, line, column: 1 }];
};
