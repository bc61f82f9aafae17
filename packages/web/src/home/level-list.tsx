import type { LevelEntry } from '../base/api.ts';
import { KEY_AND_VALUE } from '../base/columns.ts';

export const LevelList = ({ levels }: { readonly levels: readonly LevelEntry[] }) => (
  <ul className="grid gap-y-3">
    {levels.map(({ id, title, distinction }) => (
      <li key={id} className={KEY_AND_VALUE}>
        <div>
          <h3>{title}</h3>
          <p className="font-mono text-muted text-small">{id}</p>
        </div>
        <p className="max-w-measure text-pretty font-serif first-letter:uppercase">{distinction}</p>
      </li>
    ))}
  </ul>
);
