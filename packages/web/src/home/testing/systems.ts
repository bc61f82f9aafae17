import type { System } from '../../base/api.ts';

export const system = (slug: string, title: string, family: string, more: Partial<System> = {}): System => ({
  slug,
  title,
  family,
  prompt: `Design ${title}.`,
  aliases: [],
  hasSheet: false,
  levels: [],
  guides: [],
  ...more,
});
