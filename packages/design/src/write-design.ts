import { stringify } from 'yaml';
import type { Design } from './design.ts';
import { toDocument } from './to-document.ts';
import { toMermaid } from './to-mermaid.ts';

export const WRITTEN_AS = ['yaml', 'json', 'mermaid'] as const;
export type WrittenAs = (typeof WRITTEN_AS)[number];

/** Without a line's end at the end. Mermaid holds boxes and arrows only. */
export const writeDesign = (design: Design, as: WrittenAs): string => {
  switch (as) {
    case 'yaml':
      return stringify(toDocument(design), { lineWidth: 120 }).trimEnd();
    case 'json':
      return JSON.stringify(toDocument(design), null, 2);
    case 'mermaid':
      return toMermaid(design).trimEnd();
  }
};
