import type { System } from '../base/api.ts';
import { KEY_AND_VALUE, MARGIN_AND_BODY } from '../base/columns.ts';
import { Dot } from '../base/dot.tsx';
import { plural } from '../base/plural.ts';
import { beginPath } from '../base/route.ts';
import { byFamily } from './families.ts';
import { aliasesMeant } from './find-systems.ts';
import { Marked } from './marked.tsx';

type Props = { readonly systems: readonly System[]; readonly query: string };

/** An index: families in the margin, then title and prompt. `data-system` is what the arrow keys walk along. */
export const SystemList = ({ systems, query }: Props) => (
  <>
    {byFamily(systems).map(({ id, title, systems: members }) => (
      <section key={id} aria-labelledby={`family-${id}`} className="border-line border-t py-5">
        <div className={MARGIN_AND_BODY}>
          <div className="flex items-baseline gap-2 lg:block lg:pt-1.5">
            <h3 id={`family-${id}`} className="font-strong">
              <Marked text={title} query={query} />
            </h3>
            <p className="text-muted text-small tabular-nums">{plural(members.length, 'system')}</p>
          </div>
          <ul>
            {members.map((system) => (
              <SystemRow key={system.slug} system={system} query={query} />
            ))}
          </ul>
        </div>
      </section>
    ))}
  </>
);

const SystemRow = ({ system, query }: { readonly system: System; readonly query: string }) => {
  const also = aliasesMeant(system, query);
  return (
    <li
      className={`relative -mx-3 rounded px-3 py-1.5 transition-colors has-target:bg-accent-soft hover:bg-accent-soft has-focus-visible:bg-accent-soft ${KEY_AND_VALUE}`}
    >
      <p className="flex items-baseline gap-2.5 self-start">
        <Dot filled={system.hasSheet} className="-translate-y-px" />
        <a
          id={system.slug}
          href={beginPath(system.slug)}
          data-system={system.slug}
          className="after:absolute after:inset-0 after:rounded focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          <Marked text={system.title} query={query} />
        </a>
        <span className="sr-only">{system.hasSheet ? ', with a fact sheet' : ', without a fact sheet'}</span>
      </p>
      <p className="max-w-measure text-pretty font-serif">
        {system.prompt}
        {also.length > 0 && (
          <span className="block font-sans text-muted text-small">
            Also: <Marked text={also.join(', ')} query={query} />
          </span>
        )}
      </p>
    </li>
  );
};
